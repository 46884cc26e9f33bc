/** Cut lists in the shapes that editing programs write: EDL of Avid, Premiere and Resolve, and OpenTimelineIO. */

/** Avid: named reels, sound on tracks of its own, a dissolve, names of both clips behind it. */
export const AVID = `TITLE:   KADE_TEASER_V3
FCM: NON-DROP FRAME
001  TRAIL001 V     C        01:00:04:00 01:00:07:00 01:00:00:00 01:00:03:00
* FROM CLIP NAME:  TRAILER
* SOURCE FILE: TRAIL001
001  TRAIL001 A     C        01:00:04:00 01:00:07:00 01:00:00:00 01:00:03:00
002  TRAIL001 V     C        01:00:07:00 01:00:07:00 01:00:03:00 01:00:03:00
002  BACKST01 V     D    010 00:00:01:00 00:00:05:00 01:00:03:00 01:00:07:00
* FROM CLIP NAME:  TRAILER
* TO CLIP NAME:  BACKSTAGE
* BLEND, DISSOLVE
* ASC_SOP (1.0 1.0 1.0)(0.0 0.0 0.0)(1.0 1.0 1.0)
`;

/** Premiere: every reel is AX, clips are told apart by their file names; picture and sound in events of their own. */
export const PREMIERE = `TITLE: Teaser
FCM: NON-DROP FRAME

001  AX       V     C        00:00:04:00 00:00:07:00 00:00:00:00 00:00:03:00
* FROM CLIP NAME: Trailer.mov

002  AX       B     C        00:00:00:00 00:00:02:00 00:00:03:00 00:00:05:00
* FROM CLIP NAME: Backstage.mp4

003  AX       AA    C        00:00:01:00 00:00:03:00 00:00:03:00 00:00:05:00
* FROM CLIP NAME: Jingle.wav
`;

/** Resolve: drop frame, markers, from and to black, a part at another speed. */
export const RESOLVE = `TITLE: Timeline 1
FCM: DROP FRAME

001  BL       V     C        00:00:00:00 00:00:00:00 01:00:00:00 01:00:00:00
001  A003C001 V     D    015 00:00:00;10 00:00:03;10 01:00:00;00 01:00:03;00
* TO CLIP NAME: A003C001.mov
002  A003C002 V     C        00:01:00;02 00:01:02;02 01:00:03;00 01:00:05;00
* FROM CLIP NAME: A003C002.mov
 |C:ResolveColorBlue |M:Marker 1 |D:1
003  A003C002 V     C        00:01:02;02 00:01:02;02 01:00:05;00 01:00:05;00
003  BL       V     D    015 00:00:00:00 00:00:00:15 01:00:05;00 01:00:05;15
`;

type Range = readonly [start: number, frames: number];
const time = (value: number, rate = 25) => ({ OTIO_SCHEMA: 'RationalTime.1', rate, value });
const range = ([start, frames]: Range) => ({ OTIO_SCHEMA: 'TimeRange.1', duration: time(frames), start_time: time(start) });

export const otioClip = (name: string, source: Range | null, available: Range | null = null, more: object = {}) => ({
  OTIO_SCHEMA: 'Clip.2',
  metadata: {},
  name,
  source_range: source && range(source),
  effects: [],
  markers: [],
  enabled: true,
  media_references: {
    DEFAULT_MEDIA: {
      OTIO_SCHEMA: 'ExternalReference.1',
      metadata: {},
      name: '',
      available_range: available && range(available),
      target_url: `file:///Volumes/Kade/${name}.mov`,
    },
  },
  active_media_reference_key: 'DEFAULT_MEDIA',
  ...more,
});
export const otioGap = (frames: number) => ({ OTIO_SCHEMA: 'Gap.1', name: '', source_range: range([0, frames]) });
export const otioMix = (into: number, out: number, kind = 'SMPTE_Dissolve') => ({
  OTIO_SCHEMA: 'Transition.1',
  name: 'Cross Dissolve',
  transition_type: kind,
  in_offset: time(into),
  out_offset: time(out),
});
export const otioTrack = (kind: string, ...children: object[]) => ({
  OTIO_SCHEMA: 'Track.1',
  name: kind,
  kind,
  source_range: null,
  children,
});
export const otio = (...tracks: object[]): string =>
  JSON.stringify(
    {
      OTIO_SCHEMA: 'Timeline.1',
      name: 'Teaser',
      global_start_time: null,
      tracks: { OTIO_SCHEMA: 'Stack.1', name: 'tracks', children: tracks },
    },
    undefined,
    4,
  );
