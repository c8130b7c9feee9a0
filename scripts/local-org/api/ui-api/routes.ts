import type { Route } from '../route.ts';
import { objectInfoRoutes } from './object-info-routes.ts';
import { recordReadRoutes } from './record-read-routes.ts';
import { recordWriteRoutes } from './record-write-routes.ts';

export const uiApiRoutes: Route[] = [...objectInfoRoutes, ...recordReadRoutes, ...recordWriteRoutes];
