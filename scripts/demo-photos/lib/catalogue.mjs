/** The list of pictures: file name, scene module, size and format. */
import { CAMERA_AND_PLACE } from './metadata.mjs';

const jpeg = { kind: 'jpeg', rights: true };

const picture = (file, scene, width, height, format) => {
  const title = file.replace(/\.\w+$/, '').replaceAll('-', ' ');
  return { file, scene, width, height, format: { title, ...format } };
};

/** The demo client's twelve pictures. */
export const PICTURES = [
  picture('kade-blauw-uur.jpg', 'blue-hour', 6000, 4000, jpeg),
  picture('podium-op-het-water.jpg', 'floating-stage', 5400, 3600, {
    ...jpeg,
    kind: 'adobe-jpeg',
    exif: { IFD2: { ColorSpace: '65535' } },
  }),
  picture('regen-op-kasseien.tif', 'wet-cobbles', 4500, 3000, { kind: 'tiff-16', rights: true }),
  picture('hijskranen.tif', 'two-cranes', 4500, 3000, { kind: 'tiff-cmyk', rights: true }),
  picture('publiek-op-de-trappen.jpg', 'audience', 5400, 3600, { ...jpeg, exif: CAMERA_AND_PLACE }),
  picture('danser-tegenlicht.jpg', 'dancer', 3600, 5400, { ...jpeg, turned: true, orientation: 6 }),
  picture('masten-in-de-mist.jpg', 'masts', 5400, 3600, { kind: 'jpeg', rights: false }),
  picture('circus-aan-de-kraan.jpg', 'aerialist', 3600, 5400, jpeg),
  picture('concert-op-de-kaai.jpg', 'concert', 5400, 3600, jpeg),
  picture('havenlichten.jpg', 'harbour-lights', 5400, 3600, jpeg),
  picture('veer-bij-avond.jpg', 'ferry', 5400, 3600, jpeg),
  picture('archief-kade-1962.jpg', 'archive', 3600, 2400, { kind: 'grey-jpeg', rights: true }),
];

/** The two pictures of the starter project. */
export const STARTER_PICTURES = [
  picture('starter-window-light.jpg', 'window-light', 2400, 1600, { kind: 'jpeg', quality: 82 }),
  picture('starter-hills.jpg', 'hills', 2400, 1600, { kind: 'jpeg', quality: 82 }),
];
