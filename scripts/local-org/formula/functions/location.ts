import { FormulaCompileError, FormulaRuntimeError } from '../errors.ts';
import { wrongType } from '../build/complaint.ts';
import type { Call } from '../build/call.ts';
import type { Run } from '../build/typed.ts';
import type { Numeric } from '../value/decimal.ts';
import { distance, isUnit, locate } from '../value/globe.ts';
import type { Location } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

const GEOLOCATION: FunctionDefinition = {
  name: 'GEOLOCATION',
  build(call) {
    call.requireCount(2);
    const [latitude, longitude] = [call.typed(0, 'Number'), call.typed(1, 'Number')];
    return {
      type: 'Location',
      run: (environment) => locate(latitude(environment) as Numeric | null, longitude(environment) as Numeric | null),
    };
  },
};

const DISTANCE: FunctionDefinition = {
  name: 'DISTANCE',
  build(call) {
    call.requireCount(3);
    const [from, to] = [locationOf(call, 0), locationOf(call, 1)];
    const unit = unitOf(call);
    return {
      type: 'Number',
      run: (environment) => {
        const asked = unit(environment);
        if (!isUnit(asked)) throw new FormulaRuntimeError('Invalid unit for the distance() function');
        const [a, b] = [from(environment) as Location | null, to(environment) as Location | null];
        return a === null || b === null ? null : distance(a, b, asked);
      },
    };
  },
};

function locationOf(call: Call, index: number): Run {
  if (call.arg(index).type !== 'Location') throw wrongType(call.name, ['Location'], call.arg(index));
  return call.arg(index).run;
}

function unitOf(call: Call): Run {
  const { node } = call.arg(2);
  if (node.kind === 'text' && !isUnit(node.value)) {
    throw new FormulaCompileError(
      `Incorrect parameter value for function '${call.name}()'. Expected 'mi'/'km', received ${node.value}`,
      node.at,
    );
  }
  return call.typed(2, 'Text');
}

export const LOCATION: readonly FunctionDefinition[] = [GEOLOCATION, DISTANCE];
