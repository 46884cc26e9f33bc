/** Design tokens (DTCG) through Style Dictionary: flat values, CSS custom properties, and a module for motion. */
import { readFile } from 'node:fs/promises';

export type Tokens = Readonly<Record<string, string>>;

/** Token path with dots → value as CSS writes it; references are resolved. */
export async function flattenTokens(file: string): Promise<Tokens> {
  const source: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { default: StyleDictionary } = await import('style-dictionary');
  const dictionary = new StyleDictionary({
    tokens: source as never,
    usesDtcg: true,
    log: { verbosity: 'silent', warnings: 'disabled', errors: { brokenReferences: 'throw' } },
    platforms: { css: { transforms: [] } },
  });
  const { allTokens } = await dictionary.getPlatformTokens('css');
  const flat: Record<string, string> = {};
  for (const token of allTokens) flat[token.path.join('.')] = cssValue(token['$value'] ?? token.value, token['$type'] ?? token.type);
  return flat;
}

/** Values as the Design Tokens format writes them: plain, lists (bezier, families), or objects with value and unit. */
function cssValue(value: unknown, type: unknown): string {
  if (Array.isArray(value))
    return type === 'cubicBezier'
      ? `cubic-bezier(${value.join(', ')})`
      : value.map((part) => (typeof part === 'string' && part.includes(' ') ? `'${part}'` : String(part))).join(', ');
  if (typeof value === 'object' && value !== null && 'value' in value && 'unit' in value)
    return `${String(value.value)}${String(value.unit)}`;
  if (typeof value === 'object' && value !== null && 'hex' in value) return String(value.hex);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function tokensToCss(tokens: Tokens): string {
  const properties = Object.entries(tokens).map(([path, value]) => `--${path.replaceAll('.', '-')}:${value}`);
  return properties.length > 0 ? `:root{${properties.join(';')}}` : '';
}

/** Durations become seconds and bare numbers stay numbers, as GSAP takes them. */
export function tokensToModule(tokens: Tokens): string {
  const members = Object.entries(tokens).map(([path, value]) => {
    const [, amount, unit] = /^(-?[\d.]+)(ms|s)?$/.exec(value) ?? [];
    const written = amount === undefined ? JSON.stringify(value) : String(unit === 'ms' ? Number(amount) / 1000 : Number(amount));
    return `  ${JSON.stringify(path)}: ${written},`;
  });
  return `export const tokens = {\n${members.join('\n')}\n} as const;\n`;
}
