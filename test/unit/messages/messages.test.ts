import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCodes } from '../../../scripts/model/errors.ts';

const headings = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^# (\S+)$/gm)].map((match) => match[1] ?? '');

it('gives every error code its words and what to do, and no others', () => {
  const expected = errorCodes.flatMap((code) => [code, `${code}.actions`]);
  expect(headings('scripts/messages/errors.md').filter((name) => name !== 'Stopped.actions')).toEqual(expected);
});

it('has every message that a command asks for', () => {
  const sources = readdirSync('scripts', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && (file.startsWith('commands') || file === 'start.ts'))
    .map((file) => [file, readFileSync(`scripts/${file}`, 'utf8')] as const);
  const missing = sources.flatMap(([file, source]) => {
    const [bundle] = [...source.matchAll(/const messages = messagesOf\('([^']+)'\)/g)].map((match) => match[1]);
    if (bundle === undefined) return [];
    const known = headings(`scripts/messages/${bundle}.md`);
    const asked = [...source.matchAll(/messages\.getMessages?\((?:outcome \? )?'([^']+)'(?: : '([^']+)')?/g)].flatMap(
      (match) => [match[1] ?? '', ...(match[2] ? [match[2]] : [])],
    );
    return asked.filter((name) => !known.includes(name)).map((name) => `${file}: ${bundle}.md lacks ${name}`);
  });
  expect(missing).toEqual([]);
});
