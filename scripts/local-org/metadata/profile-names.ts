/** Metadata calls some standard profiles by other names than people do. */
const names: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
  SolutionManager: 'Solution Manager',
  MarketingProfile: 'Marketing User',
  ContractManager: 'Contract Manager',
};

export const profileName = (fullName: string): string => names[fullName] ?? fullName;

export const profileFullName = (name: string): string =>
  Object.keys(names).find((fullName) => names[fullName] === name) ?? name;
