/** svgo: drawings without editors' leftovers, scripts and needless digits. */

/** @throws what is wrong with the drawing, on one line. */
export async function cleanDrawing(svg: string): Promise<string> {
  const { optimize } = await import('svgo');
  try {
    return optimize(svg, { multipass: true, plugins: ['preset-default', 'removeScripts'] }).data;
  } catch (error) {
    throw new Error((error instanceof Error ? error.message : String(error)).split('\n')[0]);
  }
}
