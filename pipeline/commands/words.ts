/** The words of the terminal in Dutch, French and English: how far the work is, and how it ended. */
import type { Language } from './console.ts';

const en = {
  toMake: (count: number, total: number) => `${count} of ${total} jobs to make`,
  measuring: (asset: string) => `measuring ${asset}`,
  frame: (frames: number, of: number) => `frame ${frames} of ${of}`,
  left: (time: string) => `${time} left`,
  held: (name: string) => `${name} is held back`,
  sound: (count: number, of: number) => `${count} of ${of} deliverables sound`,
};

const nl: typeof en = {
  toMake: (count, total) => `${count} van ${total} taken te maken`,
  measuring: (asset) => `${asset} wordt gemeten`,
  frame: (frames, of) => `beeld ${frames} van ${of}`,
  left: (time) => `nog ${time}`,
  held: (name) => `${name} wordt tegengehouden`,
  sound: (count, of) => `${count} van ${of} deelproducten gaaf`,
};

const fr: typeof en = {
  toMake: (count, total) => `${count} tâches sur ${total} à faire`,
  measuring: (asset) => `mesure de ${asset}`,
  frame: (frames, of) => `image ${frames} sur ${of}`,
  left: (time) => `encore ${time}`,
  held: (name) => `${name} est retenu`,
  sound: (count, of) => `${count} livrables sur ${of} en ordre`,
};

export const terminalWords: Readonly<Record<Language, typeof en>> = { nl, fr, en };
