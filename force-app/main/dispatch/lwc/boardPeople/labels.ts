import allSkills from '@salesforce/label/c.MF_Board_All_Skills';
import allUnits from '@salesforce/label/c.MF_Board_All_Units';
import filterSkill from '@salesforce/label/c.MF_Board_Filter_Skill';
import filterText from '@salesforce/label/c.MF_Board_Filter_Text';
import filterUnit from '@salesforce/label/c.MF_Board_Filter_Unit';
import peopleShown from '@salesforce/label/c.MF_Board_People_Shown';
import truncated from '@salesforce/label/c.MF_Board_Truncated';

/** The words of this component in the user's language. */
export const labels = {
  allSkills,
  allUnits,
  filterSkill,
  filterText,
  filterUnit,
  peopleShown,
  truncated,
};
