/** Checks what a picture says of how it came about: made by a machine, or turned once more than its flag knows. */
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import { whereOf } from './where.ts';

/** @param forbidden whether the order wants no picture that a generator made or had a part in */
export function checkPictureOrigin(asset: Asset, forbidden: boolean): Finding[] {
  const origin = asset.facts?.origin;
  if (!origin?.ai) return [];
  const args = { asset: asset.name, part: origin.ai === 'part' ? 'yes' : '', forbidden: forbidden ? 'yes' : '' };
  const found = finding('image-ai-made', whereOf(asset), args);
  return [forbidden ? { ...found, severity: 'error' } : found];
}

/** Shapes that differ by no more are one shape. */
const SHAPE = 0.03;

/**
 * Sensors lie on their side: where a camera wrote a lying picture with a flag to turn it, and the pixels now stand upright
 * under the same flag, a program turned them and left the flag.
 */
export function checkPictureTurned(asset: Asset): Finding[] {
  const { facts } = asset;
  const written = facts?.capture?.written;
  if (!facts || !written || facts.orientation < 5) return [];
  // Facts tell the upright picture: as it lies in the file it is the other way round.
  const [width, height] = [facts.height, facts.width];
  const [cameraWidth, cameraHeight] = written;
  const stands = width < height && cameraWidth > cameraHeight;
  if (!stands || Math.abs((width * cameraWidth) / (height * cameraHeight) - 1) > SHAPE) return [];
  return [finding('image-turned-twice', whereOf(asset), { asset: asset.name, actual: facts.orientation })];
}
