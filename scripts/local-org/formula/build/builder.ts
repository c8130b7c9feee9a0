import type { FormulaOptions, FormulaScope } from '../contract.ts';
import { NotSupportedError } from '../../errors.ts';
import { CHANGE_CONTEXTS, type FunctionDefinition } from '../functions/definition.ts';
import { findFunction } from '../functions/registry.ts';
import type { CallNode, Node } from '../syntax/ast.ts';
import { Decimal, type Numeric } from '../value/decimal.ts';
import { textOrBlank, type Value } from '../value/value.ts';
import { Call, type Surroundings } from './call.ts';
import { callSize } from './call-size.ts';
import { functionNotAllowed, illegalArgument, unknownFunction } from './complaint.ts';
import { buildBinary, buildUnary } from './operators.ts';
import { References } from './reference.ts';
import type { Typed } from './typed.ts';

/** Turns a syntax tree into typed closures, innermost first, so that the first error is the platform's. */
export class Builder implements Surroundings {
  readonly scope: FormulaScope;
  readonly options: FormulaOptions;
  readonly references: References;
  volatile = false;

  constructor(scope: FormulaScope, options: FormulaOptions) {
    this.scope = scope;
    this.options = options;
    this.references = new References(scope, options.blanks);
  }

  markVolatile(): void {
    this.volatile = true;
  }

  build(node: Node): Typed {
    switch (node.kind) {
      case 'number':
        return constant(node, 'Number', numberLiteral(node.text));
      case 'text':
        return constant(node, 'Text', textOrBlank(node.value));
      case 'boolean':
        return constant(node, 'Boolean', node.value);
      case 'null':
        return constant(node, 'Null', null);
      case 'reference':
        if (node.name.startsWith('$') && !/^\$record(__prior)?\./i.test(node.name)) this.markVolatile();
        return this.references.build(node);
      case 'unary':
        return this.#unary(node);
      case 'binary':
        return this.#binary(node);
      case 'call':
        return this.#call(node);
    }
  }

  #unary(node: Extract<Node, { kind: 'unary' }>): Typed {
    const operand = this.#value(node.operand, node.operator);
    return { ...buildUnary(node.operator, operand), node, parts: [operand] };
  }

  #binary(node: Extract<Node, { kind: 'binary' }>): Typed {
    const [left, right] = [this.#value(node.left, node.operator), this.#value(node.right, node.operator)];
    return { ...buildBinary(node, left, right), node, parts: [left, right] };
  }

  /** A column of another object has no value here. */
  #value(node: Node, user: string): Typed {
    const typed = this.build(node);
    if (typed.type === 'Column') throw illegalArgument(user, node);
    return typed;
  }

  #call(node: CallNode): Typed {
    const definition = findFunction(node.name);
    if (!definition) throw unknownFunction(node.name, node.at);
    if (definition.refused) throw new NotSupportedError(`formula function ${definition.name}`);
    if (!isAllowed(definition, this.scope)) throw functionNotAllowed(definition.name, node.at);
    const args = node.args.map((argument) =>
      definition.columns ? this.build(argument) : this.#value(argument, node.name),
    );
    const built = definition.build(new Call(node, args, this));
    return { size: callSize(node, args), ...built, node, parts: args };
  }
}

function isAllowed(definition: FunctionDefinition, { context, knowsChanges, isEntry }: FormulaScope): boolean {
  if (definition.contexts === CHANGE_CONTEXTS && knowsChanges === false) return false;
  if (definition.notInsideFlows === true && context === 'flow' && isEntry !== true) return false;
  return definition.contexts?.includes(context) ?? true;
}

function constant(node: Node, type: Typed['type'], value: Value): Typed {
  const size = typeof value === 'string' ? value.length + 2 : 4;
  return { type, run: () => value, node, size, literal: value };
}

/** A literal with more digits than a double names without doubt stays decimal. */
function numberLiteral(text: string): Numeric {
  const decimal = new Decimal(text);
  return decimal.precision() <= 15 ? decimal.toNumber() : decimal;
}
