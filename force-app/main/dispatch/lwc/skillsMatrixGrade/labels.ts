import level from '@salesforce/label/c.MF_Skills_Level';
import ungraded from '@salesforce/label/c.MF_Grade_Ungraded';
import valid from '@salesforce/label/c.MF_Skills_Expires';
import expired from '@salesforce/label/c.MF_Skills_Expired';
import self from '@salesforce/label/c.MF_Grade_Self';
import manager from '@salesforce/label/c.MF_Grade_Manager';
import evidence from '@salesforce/label/c.MF_Grade_Evidence';
import validTo from '@salesforce/label/c.MF_Grade_Valid_To';
import help from '@salesforce/label/c.MF_Grade_Help';
import choose from '@salesforce/label/c.MF_Request_Choose';
import back from '@salesforce/label/c.MF_Order_Keep';
import save from '@salesforce/label/c.MF_Save';
import level1 from '@salesforce/label/c.MF_Level_1';
import level2 from '@salesforce/label/c.MF_Level_2';
import level3 from '@salesforce/label/c.MF_Level_3';
import level4 from '@salesforce/label/c.MF_Level_4';
import level5 from '@salesforce/label/c.MF_Level_5';

/** The words of this component in the user's language. */
export const labels = {
  level,
  ungraded,
  valid,
  expired,
  self,
  manager,
  evidence,
  validTo,
  help,
  choose,
  back,
  save,
};

/** The levels with what somebody at each can do. */
export const levels = [level1, level2, level3, level4, level5].map((label, index) => ({
  value: String(index + 1),
  label,
}));
