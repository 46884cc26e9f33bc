/** The words of the terminal in Dutch, French and English: how far the work is, how it ended, and what was judged. */
import type { Language } from './console.ts';

const en = {
  toMake: (count: number, total: number) => `${count} of ${total} jobs to make`,
  measuring: (asset: string) => `measuring ${asset}`,
  frame: (frames: number, of: number) => `frame ${frames} of ${of}`,
  left: (time: string) => `${time} left`,
  held: (name: string) => `${name} is held back`,
  sound: (count: number, of: number) => `${count} of ${of} deliverables sound`,
  checked: (usable: number, missing: number, findings: number, errors: number) =>
    `${usable} usable, ${missing} missing, ${findings} finding${findings === 1 ? '' : 's'}, ${errors} of them errors`,
  ask: (client: string, files: string) => `Ask ${client} for: ${files}`,
  fps: (rate: string) => `${rate} fps`,
  silent: 'silent',
  judged: (zip: string, target: string, count: number, of: number) => `${zip} for ${target}: ${count} of ${of} rules judged`,
  told: (errors: number, others: number) => `${errors} error${errors === 1 ? '' : 's'}, ${others} other finding${others === 1 ? '' : 's'}`,
  planned: (jobs: number, of: number, deliverables: number) => `${jobs} of ${of} jobs would be made, for ${deliverables} deliverables`,
  corrects: 'corrects',
  stands: 'as it stood',
  crop: (name: string) => `the crop ${name}`,
  gainMaps: 'gain maps',
  motion: 'motion',
  stillsOnly: (slot: string, others: string) =>
    `Of the slot ${slot} only its own crop is made as stills; ${others}: pages alone have a way to show them.`,
};

const nl: typeof en = {
  toMake: (count, total) => `${count} van ${total} taken te maken`,
  measuring: (asset) => `${asset} wordt gemeten`,
  frame: (frames, of) => `beeld ${frames} van ${of}`,
  left: (time) => `nog ${time}`,
  held: (name) => `${name} wordt tegengehouden`,
  sound: (count, of) => `${count} van ${of} deelproducten gaaf`,
  checked: (usable, missing, findings, errors) =>
    `${usable} bruikbaar, ${missing} ontbrekend, ${findings} bevinding${findings === 1 ? '' : 'en'}, waarvan ${errors} fout${errors === 1 ? '' : 'en'}`,
  ask: (client, files) => `Vraag aan ${client}: ${files}`,
  fps: (rate) => `${rate} beelden/s`,
  silent: 'geen geluid',
  judged: (zip, target, count, of) => `${zip} voor ${target}: ${count} van ${of} regels beoordeeld`,
  told: (errors, others) => `${errors} fout${errors === 1 ? '' : 'en'}, ${others} andere bevinding${others === 1 ? '' : 'en'}`,
  planned: (jobs, of, deliverables) => `${jobs} van ${of} taken te maken, voor ${deliverables} deelproducten`,
  corrects: 'corrigeert',
  stands: 'zoals het er stond',
  crop: (name) => `de uitsnede ${name}`,
  gainMaps: 'gain maps (HDR)',
  motion: 'beweging',
  stillsOnly: (slot, others) =>
    `Van het slot ${slot} wordt alleen de eigen uitsnede gemaakt, als stilstaand beeld; ${others}: alleen pagina’s kunnen die tonen.`,
};

const fr: typeof en = {
  toMake: (count, total) => `${count} tâches sur ${total} à faire`,
  measuring: (asset) => `mesure de ${asset}`,
  frame: (frames, of) => `image ${frames} sur ${of}`,
  left: (time) => `encore ${time}`,
  held: (name) => `${name} est retenu`,
  sound: (count, of) => `${count} livrables sur ${of} en ordre`,
  checked: (usable, missing, findings, errors) =>
    `${usable} utilisable${usable === 1 ? '' : 's'}, ${missing} manquant${missing === 1 ? '' : 's'}, ${findings} constat${findings === 1 ? '' : 's'}, dont ${errors} erreur${errors === 1 ? '' : 's'}`,
  ask: (client, files) => `À demander à ${client}\u00a0: ${files}`,
  fps: (rate) => `${rate} images/s`,
  silent: 'sans son',
  judged: (zip, target, count, of) => `${zip} pour ${target}\u00a0: ${count} règles sur ${of} jugées`,
  told: (errors, others) =>
    `${errors} erreur${errors === 1 ? '' : 's'}, ${others} autre${others === 1 ? '' : 's'} constat${others === 1 ? '' : 's'}`,
  planned: (jobs, of, deliverables) => `${jobs} tâches sur ${of} à faire, pour ${deliverables} livrables`,
  corrects: 'corrige',
  stands: 'inchangé',
  crop: (name) => `le cadrage ${name}`,
  gainMaps: 'gain maps (HDR)',
  motion: 'le mouvement',
  stillsOnly: (slot, others) =>
    `De l’emplacement ${slot}, seul le cadrage propre est produit, en images fixes\u00a0; ${others}\u00a0: seules les pages savent les montrer.`,
};

export const terminalWords: Readonly<Record<Language, typeof en>> = { nl, fr, en };
