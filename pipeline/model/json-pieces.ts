/** JSON by the piece: of a list of thousands only a few entries stand as text at once. */

/** Characters. */
const PIECE = 65_536;

/** @returns what `JSON.stringify` gives of plain data, with every entry of its lists on a line of its own. */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = '';
  for (const part of parts(value)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n`;
}

/** Lists at the top and one level down are where the thousands are. */
function* parts(value: unknown): Generator<string> {
  if (Array.isArray(value)) return yield* entries(value);
  if (typeof value !== 'object' || value === null) return yield JSON.stringify(value) ?? 'null';
  let before = '{';
  for (const [key, part] of Object.entries(value)) {
    const isList = Array.isArray(part);
    const text = isList ? '' : JSON.stringify(part);
    if (text === undefined) continue;
    yield `${before}${JSON.stringify(key)}:${text}`;
    if (isList) yield* entries(part);
    before = ',\n';
  }
  yield before === '{' ? '{}' : '}';
}

function* entries(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [at, entry] of list.entries()) yield `${at > 0 ? ',' : ''}\n${JSON.stringify(entry) ?? 'null'}`;
  yield ']';
}
