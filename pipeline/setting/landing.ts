/** Page that a click on a unit opens when it runs at a target. */

/** @param target id such as `google-ads` or `ad-manager-rossel`. */
export function landingOf(unit: { readonly landing: string }, _target: string): string {
  return unit.landing;
}
