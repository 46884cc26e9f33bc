/** What captions are held to; a house says otherwise under `rules.captions`. */

/** Characters, seconds, and characters a second. */
export type CaptionRules = Readonly<typeof CAPTION_RULES>;

export const CAPTION_RULES = {
  /** Netflix, Timed Text Style Guide, English (partnerhelp.netflixstudios.com, read November 2026): 42. */
  lineLength: 42,
  /** Netflix, General Requirements: 2; BBC Subtitle Guidelines 1.2 (bbc.co.uk/accessibility/forproducts/guides/subtitles): 2, rarely 3. */
  lines: 2,
  /** Netflix: 17 for most languages, 20 for English; Ofcom and BBC: 160 to 180 words a minute, which are 15 to 17 characters a second. */
  speed: 17,
  mostSpeed: 20,
  /** Netflix, General Requirements: five sixths of a second at least, seven at most. */
  shortest: 5 / 6,
  longest: 7,
  /** Two frames at 25 (Netflix, General Requirements: two frames at any rate). */
  gap: 0.08,
};
