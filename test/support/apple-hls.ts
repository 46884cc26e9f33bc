/** What Apple asks of streams on demand (authoring specification, read November 2026), as far as playlists and their bytes show it. */

type Attributes = ReadonlyMap<string, string>;
interface Listed {
  readonly kind: string;
  readonly told: Attributes;
  readonly uri: string;
}
interface Part {
  readonly seconds: number;
  readonly bytes: Buffer;
}
interface Playlist {
  readonly text: string;
  readonly target: number;
  readonly map: boolean;
  readonly parts: readonly Part[];
}

/** Sound fills its last block: 1024 samples at 48 kHz, and at 44.1 kHz a little more. */
const BLOCK = 0.024;

/** @param read a file beside the master playlist @returns numbers of the rules that are broken, each once, in the order below */
export function brokenRules(master: string, read: (name: string) => Buffer): string[] {
  const listed = listedIn(master);
  const of = (kind: string): Listed[] => listed.filter((one) => one.kind === kind);
  const [films, keys, media] = [of('STREAM-INF'), of('I-FRAME-STREAM-INF'), of('MEDIA')];
  const playlist = (one: Listed): Playlist => playlistIn(read(one.uri).toString('utf8'), read);
  const sounds = media.filter(({ told }) => told.get('TYPE') === 'AUDIO').map(playlist);
  const captions = media.filter(({ told }) => told.get('TYPE') === 'SUBTITLES').map(playlist);
  const shown = films.map(playlist);
  const scrubbed = keys.map(playlist);
  const lasting = ({ parts }: Playlist): number => parts.reduce((sum, { seconds }) => sum + seconds, 0);
  const whole = Math.max(...shown.map(lasting));
  const frame = 1 / Number(films[0]?.told.get('FRAME-RATE') ?? 25);
  const rates = films.map(({ told }, at) => {
    const parts = [shown[at] as Playlist, ...sounds.slice(0, 1), ...captions.slice(0, 1)].map(ratesOf);
    const sum = (of: 'peak' | 'mean'): number => parts.reduce((all, one) => all + one[of], 0);
    return {
      peak: Number(told.get('BANDWIDTH')) / sum('peak'),
      mean: Number(told.get('AVERAGE-BANDWIDTH')) / sum('mean'),
    };
  });
  const near = (share: number): boolean => Math.abs(share - 1) <= 0.1;
  const shape = ({ told }: Listed): number => {
    const [width = 0, height = 1] = (told.get('RESOLUTION') ?? '').split('x').map(Number);
    return width / height;
  };
  const timed = [...shown, ...sounds];
  const rules: Readonly<Record<string, boolean>> = {
    '9.1': films.every(({ told }) => told.has('CODECS')),
    '9.2': films.every(({ told }) => told.has('RESOLUTION')),
    '9.3': keys.every(({ told }) => told.has('CODECS') && told.has('RESOLUTION')),
    '9.9': films.length > 1,
    '9.11': master.includes('#EXT-X-INDEPENDENT-SEGMENTS'),
    '9.14': films.every(({ told }) => told.has('AVERAGE-BANDWIDTH')),
    '9.15': films.every(({ told }) => Number(told.get('FRAME-RATE')) > 0),
    '1.26': rates.every(({ mean }) => near(mean)),
    '1.27': rates.every(({ peak }) => near(peak)),
    // Sides are even, so that they differ by a pixel or two.
    '1.33': films.every((one) => Math.abs(shape(one) / shape(films[0] as Listed) - 1) < 0.01),
    '4.6': media.every(({ told }) => told.get('AUTOSELECT') === 'YES'),
    '5.3': media
      .filter(({ told }) => told.get('TYPE') === 'SUBTITLES')
      .every((one) => vttOf(one, read).includes('\nX-TIMESTAMP-MAP=MPEGTS:')),
    '5.5': captions.every((one) => Math.abs(lasting(one) - whole) <= frame),
    '6.1': keys.length > 0,
    '6.8': scrubbed.every(({ text }) => text.includes('#EXT-X-I-FRAMES-ONLY')),
    '6.10': scrubbed.every(({ parts }) => parts.every(({ bytes }) => bytes.toString('latin1', 4, 8) === 'moof')),
    '7.5': timed.every(({ target }) => target === 6),
    '7.7': timed.every(({ parts, target }) => parts.every(({ seconds }) => seconds <= target + 0.5)),
    '8.2': new Set(timed.map(({ target }) => target)).size === 1,
    '8.3': timed.every((one) => Math.abs(lasting(one) - whole) <= frame + BLOCK),
    '8.6': [...timed, ...scrubbed, ...captions].every(
      ({ text }) => text.includes('#EXT-X-PLAYLIST-TYPE:VOD') && text.includes('#EXT-X-ENDLIST'),
    ),
    '8.10': media.every(({ told }) => told.has('LANGUAGE')),
    '8.20': [...timed, ...scrubbed].every(({ map }) => map),
  };
  return Object.entries(rules).flatMap(([rule, isKept]) => (isKept ? [] : [rule]));
}

function listedIn(master: string): Listed[] {
  const lines = master.split('\n');
  return lines.flatMap((line, at) => {
    const [, kind, told = ''] = /^#EXT-X-(MEDIA|STREAM-INF|I-FRAME-STREAM-INF):(.+)$/.exec(line) ?? [];
    if (!kind) return [];
    const pairs = [...told.matchAll(/([A-Z-]+)=("[^"]*"|[^,]*)/g)];
    const attributes = new Map(pairs.map(([, name = '', value = '']) => [name, value.replace(/"/g, '')] as const));
    return [{ kind, told: attributes, uri: attributes.get('URI') ?? lines[at + 1] ?? '' }];
  });
}

function playlistIn(text: string, read: (name: string) => Buffer): Playlist {
  const [, target = '0'] = /#EXT-X-TARGETDURATION:(\d+)/.exec(text) ?? [];
  const parts = [...text.matchAll(/#EXTINF:([\d.]+),\n(?:#EXT-X-BYTERANGE:(\d+)@(\d+)\n)?(.+)/g)].map(
    ([, seconds, length, from, file = '']): Part => {
      const data = read(file);
      return { seconds: Number(seconds), bytes: length === undefined ? data : data.subarray(Number(from), Number(from) + Number(length)) };
    },
  );
  return { text, target: Number(target), map: text.includes('#EXT-X-MAP:'), parts };
}

const vttOf = ({ uri }: Listed, read: (name: string) => Buffer): string => {
  const [file = ''] = read(uri)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return read(file).toString('utf8');
};

/** Bits per second: of all, and of the heaviest stretch of half to one and a half of the target (RFC 8216, 4.3.4.2). */
function ratesOf({ parts, target }: Playlist): { readonly peak: number; readonly mean: number } {
  const rate = (some: readonly Part[]): number =>
    (some.reduce((sum, { bytes }) => sum + bytes.length, 0) * 8) / some.reduce((sum, { seconds }) => sum + seconds, 0);
  const stretches = parts
    .flatMap((_, from) => parts.map((_, to) => parts.slice(from, to + 1)))
    .filter((some) => {
      const seconds = some.reduce((sum, one) => sum + one.seconds, 0);
      return some.length > 0 && seconds >= target / 2 && seconds <= target * 1.5;
    });
  return { peak: Math.max(rate(parts), ...stretches.map(rate)), mean: rate(parts) };
}
