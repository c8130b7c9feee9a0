import help from '@salesforce/label/c.MF_Skills_Help';
import level from '@salesforce/label/c.MF_Skills_Level';
import expires from '@salesforce/label/c.MF_Skills_Expires';
import expired from '@salesforce/label/c.MF_Skills_Expired';
import self from '@salesforce/label/c.MF_Skills_Self';
import choose from '@salesforce/label/c.MF_Skills_Choose';
import level1 from '@salesforce/label/c.MF_Level_1';
import level2 from '@salesforce/label/c.MF_Level_2';
import level3 from '@salesforce/label/c.MF_Level_3';
import level4 from '@salesforce/label/c.MF_Level_4';
import level5 from '@salesforce/label/c.MF_Level_5';

/** The words of this component in the user's language. */
export const labels = { help, level, expires, expired, self, choose };

/** The levels with what somebody at each can do. */
export const levels = [level1, level2, level3, level4, level5].map((label, index) => ({
  value: String(index + 1),
  label,
}));
