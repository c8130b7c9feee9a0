/** DeployOptions of the Metadata API. */
export interface DeployOptions {
  readonly allowMissingFiles: boolean;
  readonly autoUpdatePackage: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly performRetrieve: boolean;
  readonly purgeOnDelete: boolean;
  readonly rollbackOnError: boolean;
  readonly runTests: readonly string[];
  readonly singlePackage: boolean;
  readonly testLevel?: string;
}

export const defaultDeployOptions: DeployOptions = {
  allowMissingFiles: false,
  autoUpdatePackage: false,
  checkOnly: false,
  ignoreWarnings: false,
  performRetrieve: false,
  purgeOnDelete: false,
  rollbackOnError: true,
  runTests: [],
  singlePackage: false,
};

/** Options as they come from SOAP (words) or REST (values); what is not said keeps its default. */
export function deployOptions(given: Readonly<Record<string, unknown>>): DeployOptions {
  const flag = (name: keyof DeployOptions): boolean => {
    const value = given[name];
    return value === undefined || value === null
      ? Boolean(defaultDeployOptions[name])
      : value === true || value === 'true';
  };
  const tests = given['runTests'];
  const level = given['testLevel'];
  return {
    allowMissingFiles: flag('allowMissingFiles'),
    autoUpdatePackage: flag('autoUpdatePackage'),
    checkOnly: flag('checkOnly'),
    ignoreWarnings: flag('ignoreWarnings'),
    performRetrieve: flag('performRetrieve'),
    purgeOnDelete: flag('purgeOnDelete'),
    rollbackOnError: flag('rollbackOnError'),
    runTests: Array.isArray(tests) ? tests.map(String) : tests ? [String(tests)] : [],
    singlePackage: flag('singlePackage'),
    testLevel: level ? String(level) : undefined,
  };
}
