import add from '@salesforce/label/c.MF_Board_Compare_Add';
import availability from '@salesforce/label/c.MF_Board_Availability';
import change from '@salesforce/label/c.MF_Board_Compare_Change';
import choose from '@salesforce/label/c.MF_Board_Propose';
import chosen from '@salesforce/label/c.MF_Board_Chosen';
import close from '@salesforce/label/c.MF_Board_Close';
import cost from '@salesforce/label/c.MF_Board_Cost_Part';
import costSecret from '@salesforce/label/c.MF_Board_Cost_Secret';
import empty from '@salesforce/label/c.MF_Board_Compare_Empty';
import fit from '@salesforce/label/c.MF_Board_Fit_Total';
import locality from '@salesforce/label/c.MF_Board_Locality';
import part from '@salesforce/label/c.MF_Board_Part';
import remove from '@salesforce/label/c.MF_Board_Compare_Remove';
import serving from '@salesforce/label/c.MF_Board_Serving';
import skill from '@salesforce/label/c.MF_Board_Skill_Part';
import state from '@salesforce/label/c.MF_Board_Compare_State';

/** The words of this component in the user's language. */
export const labels = {
  add,
  availability,
  change,
  choose,
  chosen,
  close,
  cost,
  costSecret,
  empty,
  fit,
  locality,
  part,
  remove,
  serving,
  skill,
  state,
};
