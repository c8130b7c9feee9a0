export const LAYOUT_TYPES = ['Compact', 'Full'] as const;
export const MODES = ['Create', 'Edit', 'View'] as const;
export type LayoutType = (typeof LAYOUT_TYPES)[number];
export type LayoutMode = (typeof MODES)[number];
