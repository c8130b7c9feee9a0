import title from '@salesforce/label/c.MF_Matrix_Title';
import loading from '@salesforce/label/c.MF_Matrix_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import empty from '@salesforce/label/c.MF_Matrix_Empty';
import none from '@salesforce/label/c.MF_Matrix_None';
import view from '@salesforce/label/c.MF_Matrix_View';
import people from '@salesforce/label/c.MF_Matrix_People';
import heat from '@salesforce/label/c.MF_Matrix_Heat';
import unit from '@salesforce/label/c.MF_Matrix_Unit';
import allUnits from '@salesforce/label/c.MF_Matrix_All_Units';
import skill from '@salesforce/label/c.MF_Need_Skill';
import allSkills from '@salesforce/label/c.MF_Matrix_All_Skills';
import text from '@salesforce/label/c.MF_Matrix_Text';
import count from '@salesforce/label/c.MF_Matrix_Count';
import legend from '@salesforce/label/c.MF_Matrix_Legend';

/** The words of this component in the user's language. */
export const labels = {
  title,
  loading,
  retry,
  empty,
  none,
  view,
  people,
  heat,
  unit,
  allUnits,
  skill,
  allSkills,
  text,
  count,
  legend,
};
