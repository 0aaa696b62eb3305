// @ts-check
// What customers and agents write, for the payloads: sentences of several languages, by share.

const ENGLISH = [
  'I ordered two lamps and one of them arrived with a broken shade.',
  'Could you help me, please?',
  'The parcel was left with a neighbour who does not know me.',
  'Thank you for your quick answer!',
  'Your refund is on its way, it takes three to five days.',
  'My order number is 4471-22, I paid by card.',
  'He said "call again on Monday", so here I am.',
  'See https://shop.example/orders/447122?lang=en for what I mean.',
];

const OTHERS = [
  'Die Lampe für die Küche ist leider beschädigt; könnten Sie mir bitte weiterhelfen?',
  'Jeg har ikke fået min pakke endnu, og hvornår kommer den så på lager igen?',
  'Bonjour, le colis est arrivé abîmé, à qui dois-je m’adresser ?',
  'Great, thanks a lot 🙏 you saved my weekend 🎉',
  'Dziękuję za szybką odpowiedź, proszę jeszcze o fakturę.',
  '注文した商品がまだ届いていません。確認をお願いします。',
];

/**
 * What a message says.
 * @param {() => number} dice
 * @param {{ foreign: number, sentences: number }} options how many of the sentences are not plain ASCII, and how
 *   many there are on average
 */
export function words(dice, { foreign, sentences }) {
  const count = 1 + Math.floor(dice() * (2 * sentences - 1));
  const said = Array.from({ length: count }, () => {
    const from = dice() < foreign ? OTHERS : ENGLISH;
    return from[Math.floor(dice() * from.length)];
  });
  return said.join(dice() < 0.3 ? '\n\n' : ' ');
}
