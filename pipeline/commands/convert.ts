/** `kader convert`: a few pictures outside any order, with the engine, the slots and the judgement of a build. */
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Language, wordsOf } from '../checks/catalogue.ts';
import type { Call } from '../cli.ts';
import { colourOf, encodersAt, extensionOf } from '../jobs/image.ts';
import { resourceOf } from '../jobs/makers.ts';
import { UserError } from '../model/finding.ts';
import type { HouseStyle, ImageFormat, ImageSlot } from '../model/house.ts';
import { houseSchema } from '../model/house-schema.ts';
import { nearest } from '../model/nearest.ts';
import type { Order } from '../model/order.ts';
import { type Converted, convertSources, type OneOffWish } from '../one-off.ts';
import { layBeside } from '../tools/lay-beside.ts';
import { findSources, openOneOff, type Source, shownFrom } from '../tools/studio-one-off.ts';
import { listHouses, type Workspace, workspaceAround } from '../tools/workspace.ts';
import { bytesText } from './progress.ts';
import { terminalWords } from './words.ts';

export interface ConvertFlags {
  readonly slot?: string;
  readonly widths?: readonly number[];
  readonly ratio?: readonly [number, number];
  readonly formats?: readonly ImageFormat[];
  readonly house?: string;
  readonly focus?: readonly [number, number];
  readonly out?: string;
  readonly force?: boolean;
  readonly megapixels: number;
  readonly jobs: number;
}

/** Beside each source, so that a folder converted twice does not take its own results for sources. */
const FOLDER = 'converted';
const FORMATS: readonly ImageFormat[] = ['avif', 'webp', 'jpeg'];

export async function convert(call: Call, named: readonly string[], flags: ConvertFlags): Promise<number> {
  const { console, directory, signal } = call;
  const workspace = workspaceAround(directory);
  const houseName = await chooseHouse(workspace, flags);
  const sources = await findSources(directory, named);
  const progress = console.progress();
  const studio = await openOneOff({ ...(workspace ? { workspace } : {}), directory, sources, jobs: flags.jobs, signal });
  try {
    const house = houseName === undefined ? undefined : await studio.loadHouse(houseName);
    const effects = { ...studio.effects, resourceOf, tell: progress.tell, stopAtFirst: false };
    const { pictures, findings } = await convertSources(orderOf(sources, flags), wishOf(flags, house), house, effects);
    progress.end();
    const laid = nameFiles(pictures, flags, directory);
    const states = await layBeside(
      laid.map((file) => ({ ...file, source: resolve(directory, file.source) })),
      {
        read: (digest) => studio.store.read(digest),
        sources: sources.map(({ path }) => resolve(directory, path)),
        ...(workspace ? { memory: join(workspace.kader, 'converted.json') } : {}),
        force: flags.force ?? false,
      },
    );
    const slot = flags.slot === undefined ? undefined : house?.slots[flags.slot];
    const leftOut = slot ? notConverted(slot, console.language) : [];
    if (leftOut.length > 0) console.say(terminalWords[console.language].stillsOnly(flags.slot ?? '', leftOut.join(', ')));
    console.findings(findings.filter(({ code }) => code !== 'image-animation-dropped' || (slot?.animation ?? 'still') === 'still'));
    for (const { asset, files } of pictures) {
      console.say(`${files.length > 0 ? console.colours.green('✓') : console.colours.red('✗')} ${asset.file}`);
      for (const [at, { source, target, recipe, blob }] of laid.entries()) {
        if (source !== asset.name) continue;
        const note = states[at] === 'stands' ? console.colours.dim(`  ${terminalWords[console.language].stands}`) : '';
        console.say(`  ${shownFrom(directory, target)}  ${recipe.width} × ${recipe.height} px, ${bytesText(blob.bytes)}${note}`);
      }
    }
    if (console.json) {
      const files = laid.map(({ source, target, recipe: { width, height, format }, blob: { bytes } }, at) => {
        return { source, path: target, width, height, format, bytes, written: states[at] === 'written' };
      });
      console.give({ files, findings: findings.map((found) => ({ ...found, message: wordsOf(found, 'en').message })) });
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } finally {
    progress.end();
    await studio.close();
  }
}

/** The house that is named, or the only one there is: without a slot its encoders and rules still count. */
async function chooseHouse(workspace: Workspace | undefined, { house, slot }: ConvertFlags): Promise<string | undefined> {
  if (!workspace) {
    if (house === undefined && slot === undefined) return undefined;
    throw new UserError(`There is no Kader workspace here, so there are no ${slot === undefined ? 'house styles' : 'slots'}.`, {
      advice: 'Go to your workspace, or say what is wanted: --widths 480,960 --ratio 16:9 --formats avif,webp,jpeg',
    });
  }
  const known = await listHouses(workspace);
  if (house !== undefined && !known.includes(house)) {
    const meant = nearest(house, known);
    throw new UserError(`There is no house style called ${house}.`, {
      advice: meant ? `Did you mean ${meant}?` : `There is: ${known.join(', ') || 'none'}.`,
    });
  }
  if (house === undefined && slot !== undefined && known.length !== 1) {
    const advice = known.length > 0 ? `Say which: --house ${known.join(' or --house ')}` : 'Say what is wanted: --widths 480,960';
    throw new UserError(`There are ${known.length} house styles, so it is not clear which slot is meant.`, { advice });
  }
  return house ?? (known.length === 1 ? known[0] : undefined);
}

/** What a slot offers under conditions that only a page can put. */
function notConverted({ crops = {}, gamut, hdr, animation }: ImageSlot, language: Language): string[] {
  const said = terminalWords[language];
  return [
    ...Object.keys(crops).map((name) => said.crop(name)),
    ...(gamut === 'p3' ? ['Display P3'] : []),
    ...(hdr === 'keep' ? [said.gainMaps] : []),
    ...(animation === 'still' ? [] : [said.motion]),
  ];
}

/** A slot, with what is said beside it in its place. */
function wishOf(flags: ConvertFlags, house: HouseStyle | undefined): OneOffWish {
  const encoders = house?.encoders ?? houseSchema.parse({}).images.encoders;
  const slot = flags.slot === undefined ? undefined : house?.slots[flags.slot];
  if (flags.slot !== undefined && !slot) {
    const known = Object.keys(house?.slots ?? {});
    const meant = nearest(flags.slot, known);
    throw new UserError(`The house style ${house?.name} has no slot called ${flags.slot}.`, {
      advice: meant ? `Did you mean ${meant}?` : `There is: ${known.join(', ') || 'none'}.`,
    });
  }
  const ratio = flags.ratio ?? slot?.ratio;
  const widths = flags.widths ?? slot?.widths;
  const treatment = slot?.treatment === undefined ? undefined : house?.treatments[slot.treatment];
  return {
    name: flags.slot ?? '--widths',
    formats: flags.formats ?? slot?.formats ?? FORMATS,
    encoders: encodersAt(encoders, slot?.target),
    ...(ratio ? { ratio } : {}),
    ...(widths ? { widths } : {}),
    corrections: [slot?.corrections ?? [], treatment ?? []],
    ...colourOf(house?.colour, slot),
    ...(slot?.maxBytes ? { maxBytes: slot.maxBytes } : {}),
  };
}

/** An order that supplies these files and asks for nothing. */
function orderOf(sources: readonly Source[], { focus, megapixels }: ConvertFlags): Order {
  const supplied = sources.map(({ path }) => ({
    name: path,
    file: path,
    line: 1,
    ...(focus ? { focus: [...focus] as [number, number] } : {}),
  }));
  return {
    production: 'convert',
    client: '',
    title: {},
    house: '',
    languages: [],
    limits: { megapixels },
    supplied,
    deliver: { banners: [] },
  };
}

/** `sea-960.avif`, with its slot where one was named: `sea-hero-960.avif`; two sources of one name tell their formats too. */
function nameFiles(pictures: readonly Converted[], flags: ConvertFlags, directory: string) {
  const taken = new Map<string, string>();
  return pictures.flatMap(({ asset, files }) => {
    const path = resolve(directory, asset.file);
    const folder = flags.out === undefined ? join(dirname(path), FOLDER) : resolve(directory, flags.out);
    const ending = extname(path);
    const stem = basename(path, ending);
    const names = [stem, `${stem}-${ending.slice(1)}`, ...Array.from({ length: pictures.length }, (_, at) => `${stem}-${at + 2}`)];
    const name = names.find((one) => (taken.get(join(folder, one)) ?? path) === path) ?? stem;
    taken.set(join(folder, name), path);
    const middle = flags.slot === undefined ? '' : `-${flags.slot}`;
    return files.map(({ recipe, blob }) => {
      const target = join(folder, `${name}${middle}-${recipe.width}.${extensionOf(recipe.format)}`);
      return { source: asset.name, target, recipe, blob };
    });
  });
}
