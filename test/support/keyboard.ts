import type { Page } from 'playwright-core';

/** More than this of one page says nothing new: tables repeat themselves. */
const mostSteps = 120;

/** What cannot be reached by Tab, or does not show that it was. */
export async function tabbed(page: Page, most = mostSteps): Promise<string[]> {
  const steps = await page.evaluate(watchFocus);
  for (let step = 0; step < Math.min(steps, most); step++) await page.keyboard.press('Tab');
  const all = page.locator('[data-unfocused], [data-unseen]');
  const found = await all.evaluateAll((each) => each.map(({ outerHTML }) => outerHTML.slice(0, 160)));
  return steps > most ? found.filter((each) => each.includes('data-unseen')) : found;
}

/** In the page: marks every control that Tab ought to reach, and takes the mark away when it does. Answers how many steps that is. */
function watchFocus(): number {
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const groupOf = (element: Element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined;
  const groups = new Set<string>();
  const shows = (element: Element | null) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const group = groupOf(target);
    const reached = group === undefined ? [target] : [...document.getElementsByName(group)];
    for (const each of reached) each.removeAttribute('data-unfocused');
    // A control that is drawn by its label shows its focus there.
    if (![target, target.parentElement, target.nextElementSibling].some(shows)) target.setAttribute('data-unseen', '');
  });
  for (const closed of document.querySelectorAll('details')) closed.open = true;
  // Boxes that scroll take a step, within a frame there are links, and within a date its day, month and year.
  let steps = 6 + document.querySelectorAll('iframe').length * 20;
  for (const element of document.querySelectorAll<HTMLElement>(all)) {
    const usable =
      element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
    // Of radio buttons that exclude each other Tab reaches one; the arrows lead on.
    const group = groupOf(element);
    if (!usable || (group !== undefined && groups.has(group))) continue;
    if (group !== undefined) groups.add(group);
    element.setAttribute('data-unfocused', '');
    steps += element.matches('[type=date], [type=time]') ? 4 : 1;
  }
  return steps;
}

/** Forms in which Enter presses nothing, or a button that nobody sees. */
export const submitsByEnter = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.forms]
      .filter((form) => form.checkVisibility())
      .flatMap((form) => {
        const [first] = [...form.elements].filter(
          (each) => (each instanceof HTMLButtonElement || each instanceof HTMLInputElement) && each.type === 'submit',
        );
        return first?.checkVisibility() ? [] : [`${form.method} ${form.action}`];
      }),
  );
