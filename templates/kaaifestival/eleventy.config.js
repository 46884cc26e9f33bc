/** What the templates of the house may say besides Kader's own tags. */

const WEEKDAYS = {
  nl: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
  fr: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = { nl: 'juli', fr: 'juillet', en: 'July' };

export default function (config) {
  /** vr 2 juli · ven. 2 juillet · Fri 2 July */
  config.addFilter('day', (number, language) => {
    // 1 July 2027 is a Thursday.
    const weekday = WEEKDAYS[language][(3 + number) % 7];
    return `${weekday}\u00a0${number}\u00a0${MONTHS[language]}`;
  });
  /** 19.30 u. · 19 h 30 · 7.30 pm */
  config.addFilter('hour', (time, language) => {
    const [hours, minutes] = time.split(':').map(Number);
    if (language === 'nl') return `${hours}.${String(minutes).padStart(2, '0')}\u00a0u.`;
    if (language === 'fr') return `${hours}\u00a0h${minutes ? `\u00a0${minutes}` : ''}`;
    const half = hours < 12 ? 'am' : 'pm';
    return `${hours % 12 || 12}${minutes ? `.${String(minutes).padStart(2, '0')}` : ''}\u00a0${half}`;
  });
  config.addFilter('price', (euros, language) => {
    if (!euros) return { nl: 'gratis', fr: 'gratuit', en: 'free' }[language];
    return { nl: `€\u00a0${euros}`, fr: `${euros}\u00a0€`, en: `€${euros}` }[language];
  });
  config.addFilter('on', (acts, day) => acts.filter((act) => act.day === day).sort((a, b) => (a.time < b.time ? -1 : 1)));
  config.addFilter('pick', (acts, slugs) => slugs.map((slug) => acts.find((act) => act.slug === slug)));
  config.addFilter('by', (acts, company) => acts.filter((act) => act.company === company));
  config.addFilter('after', (acts, slug) => acts[(acts.findIndex((act) => act.slug === slug) + 1) % acts.length]);
}
