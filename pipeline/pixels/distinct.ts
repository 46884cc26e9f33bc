/** Each colour of a picture once: exact colour conversion is slow, and a photo of millions of pixels has far fewer colours. */

export interface Palette {
  /**
   * @param numbers 8 bits, as many channels per pixel as the palette
   * @returns for each pixel the place of its colour, and the colours not met before, which take the next places
   */
  readonly add: (numbers: Uint8Array) => { readonly places: Uint32Array; readonly fresh: Uint8Array };
}

/** @param channels 1 to 4 */
export function openPalette(channels: number): Palette {
  let found = 0;
  let keys = new Uint32Array(1 << 15);
  let mask = (1 << 16) - 1;
  // Open addressing: the place of a colour plus one, or 0 where nothing stands.
  let slots = new Uint32Array(mask + 1);
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    while (slots[slot] !== 0 && keys[(slots[slot] as number) - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const wider = new Uint32Array(keys.length * 2);
    wider.set(keys);
    keys = wider;
    mask = mask * 2 + 1;
    slots = new Uint32Array(mask + 1);
    for (let at = 0; at < found; at++) slots[slotOf(keys[at] as number)] = at + 1;
  };
  const placeOf = (key: number): number => {
    const slot = slotOf(key);
    const known = slots[slot] as number;
    if (known !== 0) return known - 1;
    keys[found++] = key;
    slots[slot] = found;
    if (found === keys.length) grow();
    return found - 1;
  };
  const coloursFrom = (first: number): Uint8Array => {
    const colours = new Uint8Array((found - first) * channels);
    for (let place = first, to = 0; place < found; place++) {
      for (let shift = 8 * (channels - 1); shift >= 0; shift -= 8) colours[to++] = ((keys[place] as number) >>> shift) & 255;
    }
    return colours;
  };
  return {
    add(numbers) {
      const first = found;
      const places = new Uint32Array(numbers.length / channels);
      let last = -1;
      let place = 0;
      for (let pixel = 0, from = 0; pixel < places.length; pixel++, from += channels) {
        let key = 0;
        for (let channel = 0; channel < channels; channel++) key = ((key << 8) | (numbers[from + channel] as number)) >>> 0;
        // Neighbours are often alike.
        if (key !== last) place = placeOf(key);
        last = key;
        places[pixel] = place;
      }
      return { places, fresh: coloursFrom(first) };
    },
  };
}
