import { LightningElement, api } from 'lwc';
import { go } from '../../platform/data/router.ts';
import { hostValues } from '../host-values.ts';
import type { AppNavigation } from '../host-values.ts';
import { word } from '../words.ts';

export default class AppLauncher extends LightningElement {
  @api app: AppNavigation | undefined;

  label = word('appLauncher');
  options = hostValues.apps.map(({ name, label }) => ({ value: name, label }));

  handleChoose(event: CustomEvent<string>): void {
    go(`/lightning/app/${event.detail}`);
  }
}
