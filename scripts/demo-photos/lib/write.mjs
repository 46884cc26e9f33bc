/** Writes a developed picture to its file in the wanted format, beside it first, then renamed. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { adobeCompatibleProfile, embedInJpeg } from './icc.mjs';
import { rightsExif, rightsXmp } from './metadata.mjs';

/** sharp writes EXIF text as ASCII and turns © into (C); this puts the sign back as UTF-8. */
function restoreCopyrightSign(bytes) {
  const ascii = Buffer.from('(C) 2027 Kaaifestival\0', 'latin1');
  const at = bytes.subarray(0, 65536).indexOf(ascii);
  if (at >= 0) bytes.write('\u00a9 2027 Kaaifestival\0\0', at, 'utf8');
  return bytes;
}

/** Encodes `developed` as `format` says: see catalogue.mjs for the fields. */
async function encode(developed, format) {
  const { data, width, height, channels } = developed;
  const raw = { width, height, channels };
  let pipeline = sharp(data, { raw, limitInputPixels: false });
  if (format.turned) pipeline = pipeline.rotate(270);
  if (format.rights) {
    pipeline = pipeline.withExif(rightsExif(format.exif)).withXmp(rightsXmp(format.title));
    if (format.orientation) pipeline = pipeline.withMetadata({ orientation: format.orientation });
  }
  switch (format.kind) {
    case 'jpeg':
      return pipeline
        .withIccProfile('srgb')
        .jpeg({ quality: format.quality ?? 92 })
        .toBuffer();
    case 'adobe-jpeg': {
      const jpeg = await pipeline.jpeg({ quality: 92 }).toBuffer();
      return embedInJpeg(jpeg, adobeCompatibleProfile());
    }
    case 'grey-jpeg':
      return pipeline.toColourspace('b-w').jpeg({ quality: 90 }).toBuffer();
    case 'tiff-16':
      // Only by way of scRGB do 16-bit numbers keep their values and the profile (measured).
      return pipeline
        .pipelineColourspace('scrgb')
        .toColourspace('rgb16')
        .withIccProfile('srgb')
        .tiff({ compression: 'deflate', predictor: 'horizontal' })
        .toBuffer();
    case 'tiff-cmyk':
      return pipeline
        .withIccProfile('cmyk')
        .tiff({ compression: 'deflate', predictor: 'horizontal' })
        .toBuffer();
    default:
      throw new Error(`unknown format "${format.kind}"`);
  }
}

/** Encodes and writes; a broken run never leaves a half file under the final name. */
export async function writePicture(path, developed, format) {
  const bytes = restoreCopyrightSign(await encode(developed, format));
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return bytes.length;
}
