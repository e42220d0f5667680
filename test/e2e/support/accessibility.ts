import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * Violations of WCAG 2.1 A and AA that axe finds: one line per rule, with its elements. `part`: a
 * selector of what is looked at; the whole page where it is left out.
 */
export async function accessibilityViolations(page: Page, part = 'html'): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) => {
    const elements = nodes.map(({ target }) => target.join(' ')).join(', ');
    return `${id}: ${help} (${elements})`;
  });
}
