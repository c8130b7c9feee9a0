import title from '@salesforce/label/c.MF_Team_Title';
import role from '@salesforce/label/c.MF_Team_Role';
import person from '@salesforce/label/c.MF_Team_Person';
import part from '@salesforce/label/c.MF_Team_Part';
import vacant from '@salesforce/label/c.MF_Team_Vacant';
import vacancies from '@salesforce/label/c.MF_Team_Vacancies';
import nameFor from '@salesforce/label/c.MF_Team_Name_For';
import endFor from '@salesforce/label/c.MF_Team_End_For';
import lastDay from '@salesforce/label/c.MF_Team_Last_Day';
import empty from '@salesforce/label/c.MF_Team_Empty';
import loading from '@salesforce/label/c.MF_Team_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import raciR from '@salesforce/label/c.MF_Raci_R';
import raciA from '@salesforce/label/c.MF_Raci_A';
import raciAR from '@salesforce/label/c.MF_Raci_AR';
import raciC from '@salesforce/label/c.MF_Raci_C';
import raciI from '@salesforce/label/c.MF_Raci_I';

/** The words of this component in the user's language. */
export const labels = {
  title,
  role,
  person,
  part,
  vacant,
  vacancies,
  nameFor,
  endFor,
  lastDay,
  empty,
  loading,
  retry,
  raciR,
  raciA,
  raciAR,
  raciC,
  raciI,
};
