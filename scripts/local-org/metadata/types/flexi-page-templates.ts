/** Page templates and the regions that each has, as pages of public projects name them. */
export const templates: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeLeftSidebarTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeThreeColTemplateDesktop': ['leftsidebar', 'main', 'rightsidebar'],
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': ['header', 'leftcol', 'rightcol'],
  'flexipage:recordHomeSimpleViewTemplate': ['header', 'main'],
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': ['main'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderLeftSidebarTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderThreeColTemplateDesktop': [
    'header',
    'subheader',
    'leftsidebar',
    'main',
    'rightsidebar',
  ],
  'flexipage:recordHomePinnedHeaderSidebarTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:appHomeTemplateTwoColumns': ['column1', 'column2'],
  'flexipage:appHomeTemplateTwoColumnsStacked': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateHeaderTwoColumns': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateHeaderTwoColumnsEqualWidth': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateHeaderTwoColumnsLeftSidebar': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateHeaderThreeColumns': ['region1', 'region2', 'region3', 'region4'],
  'flexipage:appHomeTemplateThreeColumns': ['region1', 'region2', 'region3'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'home:desktopSimpleTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'home:threeColumnTemplate': ['left', 'main', 'right'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'],
};

/** The target that a component must name to stand on a page of a type. */
export const pageTargets: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

/** Namespaces of the platform's own components. */
const namespaces = new Set([
  'cooper',
  'records',
  'flexipage',
  'force',
  'forceChatter',
  'forceCommunity',
  'home',
  'lst',
  'support',
  'sfa',
  'one',
  'console',
  'news',
  'report',
  'desktopDashboards',
  'analytics',
  'app_flowruntime',
  'flowruntime',
  'laf',
  'lightning',
  'notes',
  'processui',
  'record_flexipage',
  'setup',
  'wits',
  'omnitoolkit',
  'clients_sobject',
]);

export const isPlatformNamespace = (name: string): boolean => namespaces.has(name) || name.startsWith('runtime_');
