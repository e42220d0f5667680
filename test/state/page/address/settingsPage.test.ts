import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsPage } from '../../../support/settingsPage.ts';

// After a change of a setting: npx vitest run --project unit settingsPage -u
it('docs/settings.md says what the tables say', async () => {
  const file = join(import.meta.dirname, '../../../../docs/settings.md');
  await expect(await settingsPage(file)).toMatchFileSnapshot(file);
});
