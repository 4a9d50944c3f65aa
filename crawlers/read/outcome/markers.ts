/**
 * Markers in the markup of challenge pages, of the walls in use. Names of systems, not words. Only what stands on the challenge
 * itself: the same vendors put scripts of their own on every page they let through, which tell nothing.
 */
export const CHALLENGE_MARKERS: readonly RegExp[] = [
  /_____tmd_____|x5secdata|\/punish\?|baxia-dialog|nc_1_nocaptcha|"action":"captcha"/i, /cf-chl-|_cf_chl_opt|__cf_chl_|challenge-platform\/h\/\w\/orchestrate|id=["']challenge-form/i, /captcha-delivery\.com|datadome.{0,40}captcha/i,
  /_Incapsula_Resource\?[^"'<>]{0,200}(?:CWUDNSAI|incident_id)|incapsula incident/i, /px-captcha|captcha\.px-c|perimeterx.{0,40}captcha|_pxBlockedUrl|pxCaptchaSrc/i,
  /ak_bmsc.{0,60}challenge|sec-if-cpt-container|sec-cpt-if|[?&]bm-verify=/i, /distil_r_captcha|distil_ident_block/i, /\/errors\/validateCaptcha|opfcaptcha/i, /risk_handler|jcap_|verify\.jd\.com|cfe\.m\.jd\.com/i,
  /captcha-verify-container|secsdk-captcha|TTGCaptcha|captcha_container[^]{0,200}verify/i, /gokuProps|AwsWafIntegration\.(?:forceRefreshToken|checkForceRefresh)/, /KPSDK[^]{0,400}\/ips\.js/, /anti[_-]?(?:content|spider).{0,20}verify|psn?l_verif/i,
  /splashui\/challenge|splashui\/captcha/i, /friendly-?captcha-challenge|geetest_(?:panel|holder|captcha)/i,
];

/** Hosts and paths that ask for a sign-in; a redirect there is a wall. `/password` is Shopify's page in front of a shop that is not open. */
export const LOGIN_URL = /^(?:passport|login|signin|sso|account|accounts|auth|id)\.|\/(?:login|log-in|signin|sign-in|ap\/signin|passport|password|member\/login|account\/login|customer\/account\/login|users\/sign_in|anmelden|connexion|inloggen|logowanie|iniciar-sesion|accedi|uc\/login|login\.(?:aspx|php|html?|jhtml))(?:[/?#]|$)/i;
/** A redirect there is a wall of the other kind. */
export const CHALLENGE_URL = /_____tmd_____|\/punish|\/captcha|\/challenge(?:[/?#]|$)|validateCaptcha|risk_handler|verify\.(?:jd|taobao)|\/sorry\/index|\/blocked(?:[/?#]|$)|\/splashui\/(?:challenge|captcha)|psn?l_verification|__cf_chl_/i;
/** A redirect there says that the page is not there. */
export const NOT_FOUND_URL = /\/(?:404|not-?found|page-not-found|error(?:404)?|notfound|nothing-found|errors?\/404|pagina-no-encontrada|seite-nicht-gefunden|page-introuvable)(?:\.(?:html?|aspx|php))?(?:[/?#]|$)/i;
/** A redirect there is a queue in front of the shop. */
export const QUEUE_URL = /(?:^|\.)queue-it\.net|\/(?:waiting-?room|queue)(?:[/?#]|$)/i;
/** A redirect there asks for consent, age or something else that nobody answers. */
export const CONSENT_URL = /^consent\.|\/(?:consent|collectconsent|cookie-?wall|age-?(?:gate|verification|check)|privacy-?wall)(?:[/?#]|$)/i;
/** A redirect there asks for the country. */
export const COUNTRY_URL = /\/(?:country-?(?:selector|select|chooser)|choose-?(?:country|region|your-country|your-location)|select-?(?:country|region|location)|international)(?:\.\w{2,5})?(?:[/?#]|$)/i;
/** A redirect there says that the shop is out of order. */
export const MAINTENANCE_URL = /\/(?:maintenance|coming-?soon|under-?construction|wartung|manutenzione|mantenimiento|manutencao|5\d\d)(?:\.(?:html?|aspx|php))?(?:[/?#]|$)/i;

/** Path segments of lists, and of the pages of single articles. */
export const LIST_SEGMENT = /^(?:c|cat|category|categories|collections?|catalog(?:ue)?|kategorien?|categorie|categories|categoria|categorias|categor[ií]a|kategoria|departments?|browse|search|s|suche|recherche|buscar|cerca|szukaj|zoeken|brands?|marken?)$/i;
export const ARTICLE_SEGMENT = /^(?:p|pd|dp|pdp|ip|i|itm|prd|products?|items?|artikel|produkte?|produits?|productos?|prodotti|prodotto|produtos?|produkty|detail|goods)$/i;
