import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds against WCAG 2.1 A and AA: one line per rule, with the elements meant. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) => {
    const elements = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${elements})`;
  });
}
