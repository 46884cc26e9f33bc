/** A banner unit in its parts, as layout hands it to be adapted. */
import type { FontFace } from '../../pipeline/model/house.ts';
import type { Job, KindName } from '../../pipeline/model/job.ts';
import { digestOf, jobKeyOf } from '../../pipeline/model/key.ts';
import type { Adapted, LaidUnit, Target } from '../../pipeline/setting/adapt.ts';
import { adaptUnit, targetsOf } from '../../pipeline/setting/adapt.ts';

export function job(kind: KindName, file: string): Job {
  const key = jobKeyOf({ kind, tool: 'test', recipe: { file }, inputs: [] });
  return { key, kind, tool: 'test', recipe: {}, inputs: [], file, label: file, batch: file };
}

export const face: FontFace = {
  family: 'Archivo',
  package: '@fontsource-variable/archivo',
  file: 'files/archivo.woff2',
  style: 'normal',
  axes: { wght: [400, 800], wdth: [62, 125] },
  digest: digestOf('archivo'),
  version: '5.3.0',
  google: { axes: { wght: [100, 900], wdth: [62, 125] } },
};

export const laidUnit: LaidUnit = {
  name: 'banners/wave/300x250-nl',
  title: 'Kaai',
  language: 'nl',
  size: [300, 250],
  family: 'rectangle',
  body: '<p data-slot="headline">De zee</p>',
  landing: 'https://kaai.example/nl/?a=1&b=<2>',
  pictures: [{ path: 'background-1x.jpg', key: job('image', 'sea').key }],
  fonts: [{ face, characters: 'Dez', job: job('font', 'archivo-0123456789.woff2') }],
  style: job('bundle', 'style.css'),
  bareStyle: () => job('bundle', 'bare.css'),
  script: job('bundle', 'motion.js'),
  outlines: { style: () => job('bundle', 'outlined.css'), script: () => job('bundle', 'outlined.js'), tool: 'test' },
};

export function targetOf(platform: string, publisher?: string): Target {
  const [target] = targetsOf([publisher ? { platform, publisher } : platform]);
  if (!target) throw new Error(`no target ${platform}`);
  return target;
}

export const adapted = (platform: string, changes: Partial<LaidUnit> = {}, publisher?: string): Adapted =>
  adaptUnit({ ...laidUnit, ...changes }, targetOf(platform, publisher), 'svgo test');
