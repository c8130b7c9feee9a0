import type { Route } from '../route.ts';
import { appRoutes } from './app-routes.ts';
import { layoutRoutes } from './layout-routes.ts';
import { listRoutes } from './list-routes.ts';
import { lookupRoutes } from './lookup-routes.ts';
import { objectInfoRoutes } from './object-info-routes.ts';
import { picklistRoutes } from './picklist-routes.ts';
import { recordDefaultsRoutes } from './record-defaults-routes.ts';
import { recordReadRoutes } from './record-read-routes.ts';
import { recordUiRoutes } from './record-ui-routes.ts';
import { recordWriteRoutes } from './record-write-routes.ts';
import { relatedListInfoRoutes } from './related-list-info-routes.ts';
import { relatedListRoutes } from './related-list-routes.ts';

export const uiApiRoutes: Route[] = [
  ...objectInfoRoutes,
  ...picklistRoutes,
  ...recordReadRoutes,
  ...recordWriteRoutes,
  ...recordDefaultsRoutes,
  ...recordUiRoutes,
  ...layoutRoutes,
  ...relatedListRoutes,
  ...relatedListInfoRoutes,
  ...listRoutes,
  ...lookupRoutes,
  ...appRoutes,
];
