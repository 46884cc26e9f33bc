/** Whether a frame shows nothing: one colour and nothing on it. */
import type { Pixels } from './pixels.ts';

/** Of 255, within which a field is one colour: less than anybody sees. */
const ONE = 3;

export function isBlank({ channels, data }: Pixels): boolean {
  for (let at = channels; at < data.length; at += channels)
    for (let channel = 0; channel < Math.min(3, channels); channel++)
      if (Math.abs((data[at + channel] as number) - (data[channel] as number)) > ONE) return false;
  return true;
}
