import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const source = join(import.meta.dirname, '../../force-app/main');

export interface PackageRule {
  readonly object: string;
  readonly name: string;
  readonly message: string;
}

/** The validation rules that the gate switches on: those of playbooks and deals. */
export const gateRules = (): PackageRule[] => rulesIn('{playbook,deal}');

export const dispatchRules = (): PackageRule[] => rulesIn('dispatch');

function rulesIn(rooms: string): PackageRule[] {
  return globSync(`${rooms}/objects/*/validationRules/*.validationRule-meta.xml`, { cwd: source }).flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    const word = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? '';
    if (word('active') !== 'true') return [];
    const name = basename(path, '.validationRule-meta.xml');
    return [{ object: path.split('/')[2] ?? '', name, message: unescaped(word('errorMessage')) }];
  });
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
