import title from '@salesforce/label/c.MF_Matrix_Heat';
import help from '@salesforce/label/c.MF_Heat_Help';
import owner from '@salesforce/label/c.MF_Heat_Owner';
import skill from '@salesforce/label/c.MF_Need_Skill';
import from from '@salesforce/label/c.MF_Heat_From';
import level from '@salesforce/label/c.MF_Skills_Level';
import noUnit from '@salesforce/label/c.MF_Heat_No_Unit';
import have from '@salesforce/label/c.MF_Heat_Have';
import need from '@salesforce/label/c.MF_Heat_Need';
import gap from '@salesforce/label/c.MF_Heat_Gap';

/** The words of this component in the user's language. */
export const labels = {
  title,
  help,
  owner,
  skill,
  from,
  level,
  noUnit,
  have,
  need,
  gap,
};
