/** ImageMagick by any of its names: `convert` alone may be another program. */
import { programOnPath } from '../../pipeline/tools/programs.ts';

export const MAGICK = programOnPath('magick') ?? programOnPath('convert-im6.q16') ?? 'convert';
