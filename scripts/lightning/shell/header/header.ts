import { LightningElement, api } from 'lwc';
import { activeUsers, setLanguage, signInAs } from '../host-calls.ts';
import type { Person } from '../host-calls.ts';
import { hostValues } from '../host-values.ts';
import type { AppNavigation } from '../host-values.ts';
import { showToast } from '../toasts.ts';
import { word } from '../words.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

const LANGUAGES: readonly Option[] = [
  { value: 'en_US', label: 'English' },
  { value: 'zh_CN', label: '简体中文' },
];

const descriptionOf = ({ Title, UserRole, Profile }: Person): string => Title ?? UserRole?.Name ?? Profile?.Name ?? '';

export default class Header extends LightningElement {
  @api app: AppNavigation | undefined;

  user = hostValues.user;
  language = hostValues.user.LanguageLocaleKey;
  languages = LANGUAGES;
  people: readonly Option[] = [];
  languageLabel = word('language');

  get userLabel(): string {
    return `${word('signedInAs', this.user.Name)}. ${word('switchUser')}`;
  }
  get languageName(): string {
    return LANGUAGES.find(({ value }) => value === this.language)?.label ?? this.language;
  }

  async handleOpenUsers(): Promise<void> {
    try {
      const people = await activeUsers();
      this.people = people.map((person) => ({
        value: person.Username,
        label: person.Name,
        hint: descriptionOf(person),
      }));
    } catch (cause) {
      this.fail(cause);
    }
  }

  handleUser(event: CustomEvent<string>): void {
    signInAs(event.detail).catch((cause: unknown) => this.fail(cause));
  }

  handleLanguage(event: CustomEvent<string>): void {
    setLanguage(event.detail).catch((cause: unknown) => this.fail(cause));
  }

  fail(cause: unknown): void {
    showToast({
      title: word('refused'),
      message: cause instanceof Error ? cause.message : String(cause),
      variant: 'error',
    });
  }
}
