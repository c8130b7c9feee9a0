import { FormulaRuntimeError } from '../errors.ts';
import { toNumber, type Numeric } from './decimal.ts';
import type { Location } from './value.ts';

/** Mean diameter of the earth in each unit. */
const DIAMETERS = { mi: 3958.761 * 2, km: 6371.009 * 2 } as const;

export type DistanceUnit = keyof typeof DIAMETERS;

export const isUnit = (word: unknown): word is DistanceUnit => word === 'mi' || word === 'km';

/** Both coordinates or neither. */
export function locate(latitude: Numeric | null, longitude: Numeric | null): Location | null {
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null)
    throw new FormulaRuntimeError('Latitude can be null if and only if longitude is null');
  const location = { latitude: toNumber(latitude), longitude: toNumber(longitude) };
  if (Math.abs(location.latitude) > 90) throw new FormulaRuntimeError(`Latitude out of range: ${location.latitude}`);
  if (Math.abs(location.longitude) > 180)
    throw new FormulaRuntimeError(`Longitude is out of range: ${location.longitude}`);
  return location;
}

/** Along the surface, of a globe. */
export function distance(from: Location, to: Location, unit: DistanceUnit): number {
  return DIAMETERS[unit] * Math.asin(chord(from, to) / 2);
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
