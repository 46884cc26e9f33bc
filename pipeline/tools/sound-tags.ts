/** Tags, chapters and cover in the words of ffmpeg's metadata file, so that nothing a user wrote stands in a command. */
import { chapterLines, escapedTag } from '../model/chapters.ts';
import type { SoundRecipe } from '../model/cut-recipe.ts';

type Output = SoundRecipe['output'];
type Picture = { readonly bytes: Buffer; readonly side: number; readonly type: 'jpeg' | 'png' };

/** @param cover where the container keeps pictures among its comments */
export function metadataText({ tags, chapters, container }: Output, seconds: number, cover?: Picture): string {
  const lines = [';FFMETADATA1'];
  const comments = { ...tags };
  const isXiph = container === 'ogg' || container === 'flac' || container === 'webm';
  // FLAC has no chapters of its own and players read these of its comments; Ogg gets the same from ffmpeg.
  if (container === 'flac')
    for (const [at, { at: from, title }] of chapters.entries()) {
      const number = String(at).padStart(3, '0');
      comments[`CHAPTER${number}`] = clock(from);
      comments[`CHAPTER${number}NAME`] = title;
    }
  if (isXiph && cover && container === 'ogg') comments['METADATA_BLOCK_PICTURE'] = pictureBlock(cover).toString('base64');
  for (const [name, value] of Object.entries(comments)) lines.push(`${escapedTag(name)}=${escapedTag(value)}`);
  lines.push(...chapterLines(chapters, seconds));
  return `${lines.join('\n')}\n`;
}

/** `00:01:02.500`. */
function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** RFC 9639, 8.8: the picture of a FLAC, which Ogg keeps as base64 in a comment. */
function pictureBlock({ bytes, side, type: format }: Picture): Buffer {
  const number = (value: number): Buffer => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(value);
    return four;
  };
  const type = Buffer.from(`image/${format}`, 'latin1');
  const FRONT_COVER = 3;
  const head = [number(FRONT_COVER), number(type.length), type, number(0), number(side), number(side), number(24), number(0)];
  return Buffer.concat([...head, number(bytes.length), bytes]);
}
