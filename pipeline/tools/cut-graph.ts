/** The filter graph of films and pictures that one process makes: what they share is decoded, shaped and joined once. */
import type { Rate } from '../model/clip.ts';
import type { CutOutput, CutRecipe, Overlay, Picture } from '../model/cut-recipe.ts';
import { canonicalJson, type Json } from '../model/key.ts';
import { outputFilters } from './cut-outputs.ts';
import { partFilters, seekOf } from './cut-part.ts';

/** A job of the batch: its recipe, and where its inputs lie. */
export interface CutToMake {
  readonly recipe: CutRecipe;
  /** Absolute paths in the order of the job's inputs. */
  readonly paths: readonly string[];
}

/** An input of the process: a clip from a moment on, a picture, or coded sound. */
export interface GraphInput {
  readonly path: string;
  readonly type: string;
  readonly options: readonly string[];
}

export interface CutGraph {
  readonly inputs: readonly GraphInput[];
  readonly graph: string;
  /** For each job the label of its picture, and the numbers of the inputs with its sound and its chapters. */
  readonly ends: readonly { readonly label: string; readonly sound?: number; readonly chapters?: number }[];
}

/** Pure: no file is looked at. Jobs with the same parts share their decoding, and with the same picture all up to their own size. */
export function cutGraph(jobs: readonly CutToMake[]): CutGraph {
  const inputs: GraphInput[] = [];
  const graph = openGraph();
  const inputOf = (path: string, type: string, options: readonly string[]): number => {
    const known = inputs.findIndex((one) => one.path === path && one.options.join(' ') === options.join(' '));
    return known >= 0 ? known : inputs.push({ path, type, options }) - 1;
  };
  const ends = jobs.map(({ recipe: { picture, output }, paths }) => {
    const whole = pictureNode(picture, paths, graph, inputOf);
    const label = graph.end(outputNode(whole, picture, output, graph));
    if (output.what !== 'film') return { label };
    const { sound, soundType = 'mp4', chapters } = output;
    const beside = (place: number, type: string): number => inputOf(paths[place] as string, type, []);
    return {
      label,
      ...(sound === undefined ? {} : { sound: beside(sound, soundType) }),
      ...(chapters === undefined ? {} : { chapters: beside(chapters, 'ffmetadata') }),
    };
  });
  return { inputs, graph: graph.text(), ends };
}

type InputOf = (path: string, type: string, options: readonly string[]) => number;

function pictureNode(picture: Picture, paths: readonly string[], graph: Graph, inputOf: InputOf): Node {
  const { parts, rate } = picture;
  const [first, ...rest] = parts.map((part) => {
    const clip = picture.inputs[part.input];
    if (!clip) throw new Error(`Internal error: no clip ${part.input} in the recipe`);
    const { options, lead } = seekOf(part, clip.type, rate);
    const input = inputOf(paths[part.input] as string, clip.type, options);
    const { seen, ground } = partFilters(part, clip, picture, lead);
    const node = graph.chain([graph.input(input)], seen);
    if (!ground) return node;
    return graph.chain(
      [graph.chain([node], ground.filters), node],
      `overlay=x=${ground.left}:y=${ground.top}:format=yuv420,format=yuv420p`,
    );
  });
  let joined = first as Node;
  let frames = parts[0]?.frames ?? 0;
  for (const [at, next] of rest.entries()) {
    const { fade, frames: more } = parts[at + 1] as Picture['parts'][number];
    const filter =
      fade > 0 ? `xfade=transition=fade:duration=${seconds(fade, rate)}:offset=${seconds(frames - fade, rate)}` : 'concat=n=2:v=1:a=0';
    // Joined by count: by its times alone a single frame has no length, and a fade after a cut leaves out a moment (ffmpeg 5.1).
    const counted = `settb=${rate[1]}/${rate[0]},setpts=N,fps=${rate.join('/')}`;
    // Left to itself the graph would mix in the finest sampling that all its filters know.
    joined = graph.chain([joined, next], `${filter},${counted},format=yuv420p`);
    frames += more - fade;
  }
  return dressed(joined, picture, paths, graph, inputOf);
}

/** Titles, logo and captions lie under the fades to black, so that all goes dark together. */
function dressed(joined: Node, picture: Picture, paths: readonly string[], graph: Graph, inputOf: InputOf): Node {
  const { overlays, captions, fadeIn, fadeOut, frames } = picture;
  let whole = joined;
  for (const overlay of overlays) {
    const clip = picture.inputs[overlay.input];
    if (!clip) throw new Error(`Internal error: no overlay ${overlay.input} in the recipe`);
    const over = graph.chain([graph.input(inputOf(paths[overlay.input] as string, clip.type, []))], overlayFilters(overlay, picture.rate));
    whole = graph.chain([whole, over], laidOver(overlay));
  }
  if (captions) {
    const folder = captions.fonts.map((font) => paths[font] as string);
    const fonts = folder[0] === undefined ? '' : `:fontsdir=${escaped(folderOf(folder[0]))}`;
    whole = graph.chain([whole], `subtitles=filename=${escaped(paths[captions.input] as string)}${fonts},format=yuv420p`);
  }
  const fades = [
    ...(fadeIn > 0 ? [`fade=t=in:s=0:n=${fadeIn}`] : []),
    ...(fadeOut > 0 ? [`fade=t=out:s=${frames - fadeOut}:n=${fadeOut}`] : []),
  ];
  return fades.length > 0 ? graph.chain([whole], fades.join(',')) : whole;
}

/** Left to itself ffmpeg would make a logo's RGB into BT.601. */
function overlayFilters({ width, height, at = 0 }: Overlay, rate: Rate): string {
  const colour = 'out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int';
  return `scale=${width}:${height}:${colour},format=yuva420p,setpts=PTS-STARTPTS+${at}/TB,fps=${rate.join('/')}`;
}

function laidOver({ left, top, at, seconds: length }: Overlay): string {
  const when = at === undefined || length === undefined ? '' : `:enable='between(t,${at},${at + length})'`;
  return `overlay=x=${left}:y=${top}:format=yuv420:eof_action=${at === undefined ? 'repeat' : 'pass'}${when},format=yuv420p`;
}

/** All outputs of one size share their scaling. */
function outputNode(whole: Node, picture: Picture, output: CutOutput, graph: Graph): Node {
  return outputFilters(output, picture).reduce((node, filter) => graph.chain([node], filter), whole);
}

/** Frames as seconds that ffmpeg reads back as the same number of frames. */
function seconds(frames: number, [numerator, denominator]: Rate): string {
  return ((frames * denominator) / numerator).toFixed(6);
}

/** A value of a filter's option, as the option and then as the graph reads it. */
export function escaped(value: string): string {
  const option = value.replaceAll('\\', '/').replace(/[':]/g, (mark) => `\\${mark}`);
  return option.replace(/[\\'[\],;]/g, (mark) => `\\${mark}`);
}

function folderOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/[^/]*$/, '');
}

type Node = { readonly id: number };

interface Graph {
  /** The picture of an input. */
  readonly input: (number: number) => Node;
  /** Filters after one another; the same on the same is the same node. */
  readonly chain: (from: readonly Node[], filters: string) => Node;
  /** What leaves the graph. @returns its label */
  readonly end: (node: Node) => string;
  readonly text: () => string;
}

/** Whoever takes a node gets a copy of its own: ffmpeg wants every label once. */
function openGraph(): Graph {
  const nodes: { readonly from: readonly Node[]; readonly filters: string; readonly input?: number; uses: number }[] = [];
  const known = new Map<string, Node>();
  const add = (key: Json, make: () => (typeof nodes)[number]): Node => {
    const name = canonicalJson(key);
    const node = known.get(name) ?? { id: nodes.push(make()) - 1 };
    known.set(name, node);
    return node;
  };
  const ends: { readonly node: Node; readonly label: string }[] = [];
  return {
    input: (number) => add({ input: number }, () => ({ from: [], filters: '', input: number, uses: 0 })),
    chain: (from, filters) => add({ from: from.map(({ id }) => id), filters }, () => ({ from, filters, uses: 0 })),
    end(node) {
      const label = `[o${ends.length}]`;
      ends.push({ node, label });
      return label;
    },
    text() {
      const taken = new Map<number, number>();
      const uses = nodes.map(
        (_, id) =>
          nodes.flatMap(({ from }) => from).filter((node) => node.id === id).length + ends.filter(({ node }) => node.id === id).length,
      );
      const name = (id: number): string => (nodes[id]?.input === undefined ? `[n${id}]` : `[${nodes[id].input}:v:0]`);
      const take = ({ id }: Node): string => {
        const turn = taken.get(id) ?? 0;
        taken.set(id, turn + 1);
        return uses[id] === 1 ? name(id) : `[n${id}_${turn}]`;
      };
      const lines: string[] = [];
      for (const [id, { from, filters, input }] of nodes.entries()) {
        if (input === undefined) lines.push(`${from.map(take).join('')}${filters}${name(id)}`);
        const count = uses[id] ?? 0;
        if (count > 1) lines.push(`${name(id)}split=${count}${Array.from({ length: count }, (_, at) => `[n${id}_${at}]`).join('')}`);
      }
      for (const { node, label } of ends) lines.push(`${take(node)}null${label}`);
      return lines.join(';');
    },
  };
}
