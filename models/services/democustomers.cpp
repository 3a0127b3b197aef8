#include "models/services/democustomers.h"

#include <iterator>

namespace waitline {

namespace {

struct Country {
    const char *code;
    const char *dialling;
    const char *given[16];
    const char *family[16];
    const char *city[4];
    const char *street;
    const char *shop; // how a shop's name ends
};

constexpr Country countries[] = {
    {"DE",
     "+49",
     {"Jürgen", "Käthe", "Lukas", "Greta", "Björn", "Hannelore", "Felix", "Sabine", "Till", "Mareike", "Uwe", "Anneliese", "Jörg", "Wiebke",
      "Emil", "Frieda"},
     {"Müller", "Schröder", "Weiß", "Jäger", "von der Leyden", "Krüger", "Böhm", "Schmidt-Rottluff", "Vogel", "Köhler", "Großmann",
      "Lindner", "Pfäffle", "Brandt", "Öztürk", "Hübner"},
     {"Köln", "Leipzig", "München", "Göttingen"},
     "Lindenstraße",
     "Spielwaren GmbH & Co. KG"},
    {"FR",
     "+33",
     {"Amélie", "Étienne", "François", "Chloé", "Gaël", "Hélène", "Jérôme", "Léa", "Mathéo", "Noémie", "Océane", "Rémi", "Solène",
      "Thibault", "Zoé", "Benoît"},
     {"Lefèvre", "Dubois", "Gauthier", "Bélanger", "Moreau", "de La Rochefoucauld", "Castañé", "Perrin", "Rousseau", "Lemaître",
      "Blanchard", "Chevalier", "Fontaine", "Giraud", "Marchand", "Roux"},
     {"Lyon", "Nîmes", "Rennes", "Besançon"},
     "rue des Écoles",
     "Jeux SARL"},
    {"ES",
     "+34",
     {"Álvaro", "Begoña", "Íñigo", "Lucía", "María del Carmen", "Nuria", "Óscar", "Pilar", "Ramón", "Sofía", "Tomás", "Úrsula", "Javier",
      "Inés", "Martín", "Rocío"},
     {"Fernández de Córdoba y Álvarez de Toledo", "Núñez", "Ibáñez", "Muñoz", "García", "Peña", "Ordóñez", "Sáez", "Vázquez", "Zúñiga",
      "Castro", "Domínguez", "Echeverría", "Fuentes", "Gómez", "Herrera"},
     {"Sevilla", "León", "A Coruña", "Málaga"},
     "calle Mayor",
     "Juegos S.L."},
    {"PL",
     "+48",
     {"Zofia", "Łukasz", "Małgorzata", "Paweł", "Bożena", "Grzegorz", "Jędrzej", "Kasia", "Michał", "Agnieszka", "Stanisław", "Żaneta",
      "Wojciech", "Iwona", "Tadeusz", "Halina"},
     {"Wiśniewska", "Kowalczyk", "Dąbrowski", "Zieliński", "Woźniak", "Szymańska", "Łuczak", "Pająk", "Wróbel", "Jabłoński", "Król",
      "Świątek", "Górska", "Mazur", "Kępa", "Sikora"},
     {"Kraków", "Łódź", "Poznań", "Wrocław"},
     "ulica Długa",
     "Gry Sp. z o.o."},
    {"SE",
     "+46",
     {"Åsa", "Örjan", "Märta", "Göran", "Linnéa", "Sven", "Ebba", "Håkan", "Kerstin", "Nils", "Saga", "Torbjörn", "Ulla", "Viggo", "Alva",
      "Sixten"},
     {"Åkesson", "Björklund", "Öberg", "Lindström", "Sjögren", "Hägg", "Norén", "Ekström", "Wallin", "Dahlgren", "Forsén", "Granqvist",
      "Löfgren", "Nyberg", "Palmér", "Söderlund"},
     {"Göteborg", "Umeå", "Örebro", "Malmö"},
     "Storgatan",
     "Spel AB"},
    {"CZ",
     "+420",
     {"Jiří", "Věra", "Ondřej", "Kateřina", "Zdeněk", "Božena", "Štěpán", "Ludmila", "Matěj", "Růžena", "Vojtěch", "Alžběta", "Dušan",
      "Eliška", "Luboš", "Šárka"},
     {"Dvořák", "Černý", "Procházka", "Krejčí", "Svoboda", "Šimek", "Říha", "Vaněk", "Čapek", "Žák", "Beneš", "Hájek", "Kučera", "Němec",
      "Pospíšil", "Růžička"},
     {"Praha", "Brno", "Plzeň", "Děčín"},
     "Nádražní",
     "Hry s.r.o."},
    {"GB",
     "+44",
     {"Siobhan", "Alasdair", "Beatrix", "Callum", "Daphne", "Elspeth", "Fergus", "Georgina", "Hamish", "Imogen", "Jasper", "Kirsty",
      "Lachlan", "Morag", "Nigel", "Phoebe"},
     {"O'Sullivan", "Ashworth-Featherstonehaugh", "MacAllister", "Blackwood", "Cartwright", "Davies", "Ellery", "Fairbairn", "Greenaway",
      "Hargreaves", "Inglis", "Jenkinson", "Kettlewell", "Llewellyn", "Mortimer", "Nightingale"},
     {"York", "Bristol", "Leith", "Norwich"},
     "Mill Lane",
     "Games Ltd"},
    {"NL",
     "+31",
     {"Joost", "Marijke", "Sjoerd", "Fenna", "Pieter", "Geertruida", "Bram", "Liesbeth", "Ruben", "Wietske", "Thijs", "Annemiek", "Koen",
      "Saskia", "Jelle", "Nynke"},
     {"van den Heuvel", "de Vries", "ter Horst", "Dijkstra", "van 't Hoff", "Jansen", "Koekkoek", "Smeets", "van Oranje-Nassau", "Hoekstra",
      "Bakker", "de Groot", "Vermeulen", "Postma", "Scholten", "Brouwer"},
     {"Utrecht", "'s-Hertogenbosch", "Groningen", "Delft"},
     "Kerkstraat",
     "Spellen B.V."},
    {"GR",
     "+30",
     {"Νίκος", "Ελένη", "Γιώργος", "Μαρία", "Δημήτρης", "Κατερίνα", "Σπύρος", "Αθηνά", "Παύλος", "Ζωή", "Ηλίας", "Φωτεινή", "Κώστας",
      "Ιωάννα", "Θανάσης", "Χριστίνα"},
     {"Παπαδόπουλος", "Οικονόμου", "Γεωργίου", "Νικολαΐδης", "Καραγιάννης", "Αντωνίου", "Βασιλείου", "Σαμαράς", "Αλεξίου", "Δημητρίου",
      "Ιωαννίδης", "Κωνσταντίνου", "Λαμπρόπουλος", "Μακρής", "Ράπτης", "Στεφάνου"},
     {"Αθήνα", "Πάτρα", "Χανιά", "Βόλος"},
     "Ερμού",
     "Παιχνίδια Α.Ε."},
    {"DK",
     "+45",
     {"Søren", "Bjørk", "Kåre", "Mette", "Jørgen", "Sidsel", "Aksel", "Tove", "Rasmus", "Dorthe", "Villads", "Karen", "Mogens", "Pernille",
      "Steen", "Gyda"},
     {"Sørensen", "Kjær", "Nørgaard", "Højlund", "Bæk", "Østergaard", "Møller", "Damgaard", "Lauritzen", "Winther", "Bruun", "Friis",
      "Holm", "Krogh", "Skov", "Toft"},
     {"Aarhus", "København", "Ærøskøbing", "Ribe"},
     "Algade",
     "Spil ApS"},
};

/// Middle initials tell namesakes apart: none, "A." to "Z.", "A. A." and so on.
QString initials(qint64 number)
{
    QString text;
    for (qint64 left = number; left > 0; left = (left - 1) / 26)
        text = QChar(ushort('A' + (left - 1) % 26)) + QStringLiteral(". ") + text;
    return text;
}

} // namespace

std::vector<CustomerDetails> demoCustomers(qint64 count)
{
    constexpr qint64 names = 16;
    constexpr qint64 shopEvery = 7;
    std::vector<CustomerDetails> customers;
    customers.reserve(size_t(count));
    for (qint64 i = 0; i < count; ++i) {
        const Country &country = countries[i % qint64(std::size(countries))];
        const qint64 nth = i / qint64(std::size(countries));
        const auto given = QString::fromUtf8(country.given[nth % names]);
        const auto family = QString::fromUtf8(country.family[(nth / names + nth) % names]);
        const QString person = given + u' ' + initials(nth / (names * names)) + family;
        CustomerDetails details;
        details.name = i % shopEvery == 3 ? QString(person + u' ' + QString::fromUtf8(country.shop)) : person;
        details.reference = QStringLiteral("C-%1").arg(10'000 + i);
        details.email = QStringLiteral("c%1@example.%2").arg(10'000 + i).arg(QString::fromLatin1(country.code).toLower());
        details.phone = QStringLiteral("%1 555 %2").arg(QString::fromLatin1(country.dialling)).arg(100'000 + i);
        details.country = QString::fromLatin1(country.code);
        details.address = QStringLiteral("%1 %2, %3")
                              .arg(QString::fromUtf8(country.street))
                              .arg(1 + nth % 180)
                              .arg(QString::fromUtf8(country.city[nth % 4]));
        customers.push_back(std::move(details));
    }
    return customers;
}

QString demoChannel(size_t customer)
{
    constexpr size_t kinds = 10;
    if (customer % kinds < 6)
        return QStringLiteral("Web shop");
    return customer % kinds < 9 ? QStringLiteral("Marketplace") : QStringLiteral("Telephone");
}

} // namespace waitline
