/** What a maker may throw, and the code of the fault that it becomes. */
import { MissingProgram } from '../../pipeline/model/finding.ts';

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export const faultCases: readonly (readonly [code: string, thrown: Error])[] = [
  ['tool-missing', new MissingProgram('ffmpeg', 'apt-get install ffmpeg')],
  ['tool-timeout', new TimeoutError('Nothing came for 30 s')],
  ['tool-failed', new Error('It broke')],
];
