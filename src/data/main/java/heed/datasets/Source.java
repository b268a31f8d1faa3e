package heed.datasets;

/**
 * Where known sets come from, and on what terms.
 *
 * @param home the page of the project
 * @param licence what may be done with them, in short; the page has the terms
 * @param citation what those ask to be cited who publish
 */
record Source(String home, String licence, String citation) {

  static final Source AMAZON =
      new Source(
          "https://jmcauley.ucsd.edu/data/amazon/",
          "none stated that we found; ask the authors before any other use than research",
          "J. McAuley, C. Targett, Q. Shi and A. van den Hengel. 2015. Image-based Recommendations"
              + " on Styles and Substitutes. SIGIR");

  static final Source STEAM =
      new Source(
          "https://cseweb.ucsd.edu/~jmcauley/datasets.html",
          "none stated that we found; ask the authors before any other use than research",
          "W.-C. Kang and J. McAuley. 2018. Self-Attentive Sequential Recommendation. ICDM");

  static final Source GOWALLA =
      new Source(
          "https://snap.stanford.edu/data/loc-gowalla.html",
          "none stated that we found; ask the authors before any other use than research",
          "E. Cho, S. A. Myers and J. Leskovec. 2011. Friendship and Mobility: User Movement in"
              + " Location-Based Social Networks. KDD");

  static final Source LAST_FM =
      new Source(
          "http://ocelma.net/MusicRecommendationDataset/lastfm-1K.html",
          "non-commercial use, distributed with permission of Last.fm",
          "O. Celma. 2010. Music Recommendation and Discovery: The Long Tail, Long Fail, and Long"
              + " Play in the Digital Music Space. Springer");

  static final Source YELP =
      new Source(
          "https://business.yelp.com/data/resources/open-dataset/",
          "personal, educational and academic use, under Yelp's own agreement",
          "Yelp Open Dataset, edition of 2022");

  static final Source RETAIL_ROCKET =
      new Source(
          "https://www.kaggle.com/datasets/retailrocket/ecommerce-dataset",
          "as its page at Kaggle states",
          "Retailrocket recommender system dataset. 2016. Kaggle");

  static final Source KUAI_REC =
      new Source(
          "https://kuairec.com",
          "Creative Commons; BY 4.0 or BY-SA 4.0, its pages differ",
          "C. Gao et al. 2022. KuaiRec: A Fully-Observed Dataset and Insights for Evaluating"
              + " Recommender Systems. CIKM, 540-550");

  static final Source ONLINE_RETAIL_II =
      new Source(
          "https://archive.ics.uci.edu/dataset/502/online+retail+ii",
          "Creative Commons Attribution 4.0 (CC BY 4.0)",
          "D. Chen. 2019. Online Retail II. UCI Machine Learning Repository, data set 502."
              + " doi:10.24432/C5CG6D");

  static Source movieLens(String edition) {
    return new Source(
        "https://grouplens.org/datasets/movielens/" + edition + "/",
        "GroupLens' terms, in its README: research, no redistribution without permission (that of"
            + " latest-small: under the same terms), no commercial use without permission",
        "F. M. Harper and J. A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM"
            + " Transactions on Interactive Intelligent Systems 5, 4, article 19");
  }
}
