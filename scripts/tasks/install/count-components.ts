/**
 * What people and orgs count as components: the members of the manifest that a deploy of the folder carries. Files are more
 * (each translated field is one, and no component), bundles and objects less. The one file of all
 * labels is in the manifest beside each of its labels; orgs count the labels.
 */
export async function countComponents(directory: string): Promise<number> {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const { Package } = await ComponentSet.fromSource(directory).getObject();
  const counted = Package.types.filter(({ name }) => name !== 'CustomLabels');
  return counted.reduce((sum, type) => sum + type.members.length, 0);
}
