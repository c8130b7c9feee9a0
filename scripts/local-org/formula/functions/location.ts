import { FormulaCompileError, FormulaRuntimeError } from '../errors.ts';
import { wrongType } from '../build/complaint.ts';
import type { Call } from '../build/call.ts';
import type { Run } from '../build/typed.ts';
import { toNumber, type Numeric } from '../value/decimal.ts';
import type { Location } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

/** Both coordinates or neither. */
function locate(latitude: Numeric | null, longitude: Numeric | null): Location | null {
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null)
    throw new FormulaRuntimeError('Latitude can be null if and only if longitude is null');
  const location = { latitude: toNumber(latitude), longitude: toNumber(longitude) };
  if (Math.abs(location.latitude) > 90) throw new FormulaRuntimeError(`Latitude out of range: ${location.latitude}`);
  if (Math.abs(location.longitude) > 180)
    throw new FormulaRuntimeError(`Longitude is out of range: ${location.longitude}`);
  return location;
}

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

/** Mean diameter of the earth in each unit. */
const DIAMETERS: Readonly<Record<string, number>> = { mi: 3958.761 * 2, km: 6371.009 * 2 };

const DISTANCE: FunctionDefinition = {
  name: 'DISTANCE',
  build(call) {
    call.requireCount(3);
    const [from, to] = [locationOf(call, 0), locationOf(call, 1)];
    const unit = unitOf(call);
    return {
      type: 'Number',
      run: (environment) => {
        const diameter = DIAMETERS[unit(environment) as string];
        if (diameter === undefined) throw new FormulaRuntimeError('Invalid unit for the distance() function');
        const [a, b] = [from(environment) as Location | null, to(environment) as Location | null];
        return a === null || b === null ? null : diameter * Math.asin(chord(a, b) / 2);
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
  if (node.kind === 'text' && !(node.value in DIAMETERS)) {
    throw new FormulaCompileError(
      `Incorrect parameter value for function '${call.name}()'. Expected 'mi'/'km', received ${node.value}`,
      node.at,
    );
  }
  return call.typed(2, 'Text');
}

/** Length of the straight line through a globe of radius one. */
function chord(a: Location, b: Location): number {
  const [p, q] = [onGlobe(a), onGlobe(b)];
  return Math.hypot(Math.hypot(p.x - q.x, p.y - q.y), p.z - q.z);
}

function onGlobe({ latitude, longitude }: Location): { x: number; y: number; z: number } {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return { x: Math.sin(lambda) * Math.cos(phi), y: Math.cos(lambda) * Math.cos(phi), z: Math.sin(phi) };
}

export const LOCATION: readonly FunctionDefinition[] = [GEOLOCATION, DISTANCE];
