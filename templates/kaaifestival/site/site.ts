/** The programme remembers in its address which kind was chosen; without this script the choice still works. */
const form = document.querySelector('.filter');
if (form) {
  const choose = (): void => {
    const wanted = form.querySelector<HTMLInputElement>(`input[value="${CSS.escape(location.hash.slice(1))}"]`);
    if (wanted) wanted.checked = true;
  };
  form.addEventListener('change', (event) => {
    history.replaceState(null, '', `#${(event.target as HTMLInputElement).value}`);
  });
  addEventListener('hashchange', choose);
  choose();
}
