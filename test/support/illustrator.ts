/** What Illustrator writes when it keeps its drawing to itself: a page of a PDF that says so. */
import { pdfOf } from './pdf.ts';

export function emptyIllustrator(): Buffer {
  const words = [
    'This is an Adobe Illustrator File that was',
    'saved without PDF Content.',
    'To Place or open this file, it should be',
    're-saved.',
  ];
  const content = `BT /F1 20 Tf 24 TL 40 400 Td ${words.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 500] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}
