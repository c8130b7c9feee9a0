import { describe, expect, it } from 'vitest';
import { importsOf } from '../../../../scripts/lightning/build/module-imports.ts';

describe('importsOf', () => {
  it('finds what a built module needs before it runs, each once', () => {
    const source = [
      'import { LightningElement } from "lwc";',
      'import _card from "lightning/card";',
      'import "c/sideEffect";',
      'export { fill } from "c/labelText";',
      'import { fill } from "c/labelText";',
    ].join('\n');
    expect(importsOf(source)).toEqual(['lwc', 'lightning/card', 'c/sideEffect', 'c/labelText']);
  });

  it('leaves alone what is loaded later or only looks like an import', () => {
    expect(importsOf('const later = () => import("lightning/modal");\nconst text = "from \\"c/nothing\\"";')).toEqual(
      [],
    );
  });
});
