/** PDF files written by hand. */

/** @param objects numbered from 1, the catalogue first. @param more of the trailer */
export function pdfOf(objects: readonly string[], more = ''): Buffer {
  let file = '%PDF-1.5\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more}>>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

/** Opens with a password alone: no key follows from an empty one. */
export function lockedPdf(): Buffer {
  const [owner, user] = ['5a', 'c3'].map((byte) => byte.repeat(32));
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 500] >>',
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner}> /U <${user}> >>`,
    ],
    `/Encrypt 4 0 R /ID [<${owner}> <${owner}>] `,
  );
}
