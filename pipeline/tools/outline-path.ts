/** SVG path data as short as whole units allow: each step from the last point, and no point drawn twice. */

/** Absolute, as SVG names them: `M`, `L`, `Q`, `C` and `Z`. */
export interface Command {
  readonly type: string;
  readonly values: readonly number[];
}

/** Points are rounded where they stand, so that rounding does not add up. */
export function pathOf(commands: readonly Command[]): string {
  const parts: string[] = [];
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  let last = '';
  const put = (letter: string, numbers: readonly number[]): void => {
    // A letter that is repeated need not be written, nor a space before a minus.
    const text = numbers.map((value, at) => (at > 0 && value >= 0 ? ` ${value}` : String(value))).join('');
    const isSame = letter === last && letter !== 'm' && letter !== 'z';
    parts.push(isSame ? (text.startsWith('-') ? text : ` ${text}`) : letter + text);
    last = letter;
  };
  for (const { type, values } of commands) {
    const points = values.map(Math.round);
    const [endX = x, endY = y] = points.slice(-2);
    const steps = points.map((value, at) => value - (at % 2 === 0 ? x : y));
    if (type === 'Z') {
      put('z', []);
      [x, y] = start;
      continue;
    }
    if (type === 'M') {
      put('m', steps);
      start = [endX, endY];
    } else if (steps.every((step) => step === 0)) continue;
    else if (type === 'L') {
      if (endY === y) put('h', [endX - x]);
      else if (endX === x) put('v', [endY - y]);
      else put('l', steps);
    } else put(type.toLowerCase(), steps);
    [x, y] = [endX, endY];
  }
  return parts.join('').replace(/^m/, 'M');
}
